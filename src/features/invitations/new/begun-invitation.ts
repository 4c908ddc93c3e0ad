import { z } from 'zod'

const text = z.string().default('')
const Begun = z.object({ customer: z.object({ tenantId: text, companyName: text, domain: text, email: text, country: text }) })

/** For whom the form of a new invitation begins, as the page that leads there hands it over with the history entry. */
export type BegunInvitation = z.input<typeof Begun>
/** The same with every field of the form. */
export type BegunCustomer = z.output<typeof Begun>['customer']

export const nobodyYet: BegunCustomer = { tenantId: '', companyName: '', domain: '', email: '', country: '' }

/** Whom the history entry names; it may be of another version, or hold anything. */
export const begunIn = (state: unknown): BegunCustomer => Begun.safeParse(state).data?.customer ?? nobodyYet
