import type { InvitedCustomer } from '../invitations/schemas.ts'
import type { InvitationState } from '../invitations/states.ts'
import { asciiAddress, asciiDomain } from '../words-of-others/ascii-domain.ts'
import type { BulkWarning } from './outcomes.ts'

/** The most reliable identifier comes first. */
const marks = ['tenantId', 'domain', 'email', 'companyName'] as const

type Named = Pick<InvitedCustomer, (typeof marks)[number]>

/** Compares domains in their ASCII form, which older rows may not be stored in. */
const markOf = (customer: Named, mark: (typeof marks)[number]): string | undefined => {
  const text = customer[mark]?.trim()
  const spelled = text && (mark === 'domain' ? (asciiDomain(text) ?? text) : mark === 'email' ? asciiAddress(text) : text)
  return spelled?.normalize('NFC').toLowerCase()
}

/** Tells whether two named customers seem to be the same; the most reliable identifier that both have decides. */
export function isSameCustomer(one: Named, other: Named): boolean {
  for (const mark of marks) {
    const [first, second] = [markOf(one, mark), markOf(other, mark)]
    if (first && second) return first === second
  }
  return false
}

/** An invitation that waits for somebody; `since` is when it entered this state. */
export type OpenInvitation = { id: string; state: InvitationState; since: string; customer: Named }

type Item = { key: string; customer: Named }
type Known = { earlier: readonly Item[]; invited: readonly OpenInvitation[] }

export type Standing = { warnings: BulkWarning[]; open?: OpenInvitation; repeats?: string }

/** Compares with the open invitations and with the items above that this call makes. */
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

/** No rule limits a customer's invitations (BR-37); this keeps a list from inviting one twice by oversight. */
export const isSetApart = ({ evenIfOpen }: { evenIfOpen?: boolean | undefined }, { warnings }: Pick<Standing, 'warnings'>): boolean =>
  evenIfOpen !== true && warnings.length > 0
