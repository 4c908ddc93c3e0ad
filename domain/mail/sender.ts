import { cleanLine } from '../words-of-others/cleaned.ts'

/** The sender of a requested mail: its organisation's name, and the address for answers. */
export type Sender = { name: string; replyTo: string | null }

/** The organisation sends; answers go to the person who requested the mail, and to nobody where a service did. */
export const senderOf = ({ user, organization }: { user: { email: string }; organization: { displayName: string } }): Sender => ({
  name: organization.displayName, replyTo: user.email === '' ? null : user.email,
})

/** The sender's name beside the portal's own address. */
export const nameBesidePortal = (name: string): string => `${cleanLine(name)} via Tessera`
