import type { InvitedCustomer } from '../invitations/schemas.ts'
import type { BulkWarning } from './outcomes.ts'

/** From what tells customers apart best to what does so least. */
const marks = ['tenantId', 'domain', 'email', 'companyName'] as const

type Named = Pick<InvitedCustomer, (typeof marks)[number]>

const markOf = (customer: Named, mark: (typeof marks)[number]): string | undefined =>
  customer[mark]?.trim().normalize('NFC').toLowerCase()

/** Whether two named customers seem to be one: the best mark that both give decides, so an equal name says nothing of two tenants. */
export function isSameCustomer(one: Named, other: Named): boolean {
  for (const mark of marks) {
    const [first, second] = [markOf(one, mark), markOf(other, mark)]
    if (first && second) return first === second
  }
  return false
}

type Known = { earlier: readonly Named[]; invited: readonly Named[] }

/** No rule limits how many invitations a customer gets (BR-37), so these are told and nothing is refused. */
export function warningsOf(customer: Named | undefined, { earlier, invited }: Known): BulkWarning[] {
  if (!customer) return []
  return [
    ...(earlier.some((other) => isSameCustomer(customer, other)) ? (['repeated_in_list'] as const) : []),
    ...(invited.some((other) => isSameCustomer(customer, other)) ? (['open_invitation'] as const) : []),
  ]
}
