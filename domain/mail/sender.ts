import { cleanLine } from '../words-of-others/cleaned.ts'

/** Whom a mail comes from that somebody asks for: their organisation, and where an answer goes. */
export type Sender = { name: string; replyTo: string }

/** The organisation sends, and whoever of it asked for the mail is answered. */
export const senderOf = ({ user, organization }: { user: { email: string }; organization: { displayName: string } }): Sender => ({
  name: organization.displayName, replyTo: user.email,
})

/** The sender's name as it is read where the portal sends: beside the portal's own address. */
export const nameBesidePortal = (name: string): string => `${cleanLine(name)} via Tessera`
