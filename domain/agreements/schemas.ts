import { z } from 'zod'
import { Day } from '../calendar/schemas.ts'
import { OrganizationRef } from '../organizations/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'
import { Address, Line } from '../words-of-others/schemas.ts'

const Name = Line(longest.personName).min(1)

/** POST /api/customers/:id/agreements: the partner attests that the customer accepted (BR-67); the phone is optional. */
export const Attestation = z
  .object({
    firstName: Name,
    lastName: Name,
    email: Address,
    phoneNumber: Line(longest.phoneNumber).optional(),
    dateAgreed: Day,
  })
  .strict()
export type Attestation = z.infer<typeof Attestation>

/** One partner's view of a customer's agreement, section 5.6: its own attestation, or the customer's acceptance. */
export const Agreement = z.object({
  applies: z.boolean(),
  status: z.enum(['none', 'accepted']),
  /** The customer's own acceptance counts for every partner; a partner's attestation counts for that partner alone. */
  basis: z.enum(['said_by_partner', 'accepted']).nullable(),
  by: z.enum(['partner', 'customer']).nullable(),
  contact: Attestation.omit({ dateAgreed: true }).nullable(),
  dateAgreed: z.string().nullable(),
})
export type Agreement = z.infer<typeof Agreement>

/** GET /api/my-partners/agreement: whether the customer itself has accepted, and which partners attested it. */
export const OwnAgreement = z.object({
  applies: z.boolean(),
  acceptedOn: z.iso.date().nullable(),
  attestations: z.array(
    z.object({
      partner: OrganizationRef,
      at: z.iso.datetime(),
      contact: Attestation.omit({ dateAgreed: true }),
      dateAgreed: z.string(),
      basis: z.literal('said_by_partner'),
    }),
  ),
})
export type OwnAgreement = z.infer<typeof OwnAgreement>
