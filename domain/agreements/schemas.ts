import { z } from 'zod'
import { Address, Line } from '../words-of-others/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'

const Name = Line(longest.personName).min(1)

/** POST /api/customers/:id/agreements: the partner attests that the customer accepted (BR-67); the phone is optional. */
export const Attestation = z
  .object({
    firstName: Name,
    lastName: Name,
    email: Address,
    phoneNumber: Line(longest.phoneNumber).optional(),
    dateAgreed: z.iso.date(),
  })
  .strict()
export type Attestation = z.infer<typeof Attestation>

/** The state of a customer's agreement, section 5.6. */
export const Agreement = z.object({
  applies: z.boolean(),
  status: z.enum(['none', 'accepted']),
  by: z.enum(['partner', 'customer']).nullable(),
  contact: Attestation.omit({ dateAgreed: true }).nullable(),
  dateAgreed: z.string().nullable(),
})
export type Agreement = z.infer<typeof Agreement>
