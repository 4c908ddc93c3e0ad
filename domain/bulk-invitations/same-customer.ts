import type { InvitedCustomer } from '../invitations/schemas.ts'
import type { InvitationState } from '../invitations/states.ts'
import { asciiAddress, asciiDomain } from '../words-of-others/ascii-domain.ts'
import type { BulkWarning } from './outcomes.ts'

/** From what tells customers apart best to what does so least. */
const marks = ['tenantId', 'domain', 'email', 'companyName'] as const

type Named = Pick<InvitedCustomer, (typeof marks)[number]>

/** Domains as machines spell them, also of what was kept before they had one form. */
const markOf = (customer: Named, mark: (typeof marks)[number]): string | undefined => {
  const text = customer[mark]?.trim()
  const spelled = text && (mark === 'domain' ? (asciiDomain(text) ?? text) : mark === 'email' ? asciiAddress(text) : text)
  return spelled?.normalize('NFC').toLowerCase()
}

/** Whether two named customers seem to be one: the best mark that both give decides, so an equal name says nothing of two tenants. */
export function isSameCustomer(one: Named, other: Named): boolean {
  for (const mark of marks) {
    const [first, second] = [markOf(one, mark), markOf(other, mark)]
    if (first && second) return first === second
  }
  return false
}

/** An invitation that waits for somebody, `since` when it is in this state. */
export type OpenInvitation = { id: string; state: InvitationState; since: string; customer: Named }

type Item = { key: string; customer: Named }
type Known = { earlier: readonly Item[]; invited: readonly OpenInvitation[] }

/** What shows that a customer is invited already. */
export type Standing = { warnings: BulkWarning[]; open?: OpenInvitation; repeats?: string }

/** Looks among the open invitations, and among the items above that are made with this one. */
export function standingOf(customer: Named | undefined, { earlier, invited }: Known): Standing {
  if (!customer) return { warnings: [] }
  const above = earlier.find((other) => isSameCustomer(customer, other.customer))
  const [open] = invited
    .filter((other) => isSameCustomer(customer, other.customer))
    .toSorted((one, other) => other.since.localeCompare(one.since))
  return {
    warnings: [...(above ? (['repeated_in_list'] as const) : []), ...(open ? (['open_invitation'] as const) : [])],
    ...(open && { open }),
    ...(above && { repeats: above.key }),
  }
}

/** No rule limits how many invitations a customer gets (BR-37); of a list nobody gets a second one by oversight. */
export const isSetApart = ({ evenIfOpen }: { evenIfOpen?: boolean | undefined }, { warnings }: Pick<Standing, 'warnings'>): boolean =>
  evenIfOpen !== true && warnings.length > 0
