import { z } from 'zod'

const text = z.string().default('')
const Begun = z.object({ customer: z.object({ tenantId: text, companyName: text, domain: text, email: text, country: text }) })

/** The new form's customer, from the history entry. */
export type BegunInvitation = z.input<typeof Begun>
/** The same with every field. */
export type BegunCustomer = z.output<typeof Begun>['customer']

export const nobodyYet: BegunCustomer = { tenantId: '', companyName: '', domain: '', email: '', country: '' }

/** The history entry's customer; the entry may be old or hold anything. */
export const begunIn = (state: unknown): BegunCustomer => Begun.safeParse(state).data?.customer ?? nobodyYet
