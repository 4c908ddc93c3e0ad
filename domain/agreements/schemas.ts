import { z } from 'zod'
import { isUsableDay } from '../day.ts'
import { OrganizationRef } from '../organizations/schemas.ts'

const Name = z.string().trim().min(1).max(100)

/** POST /api/customers/:id/agreements: the partner attests that the customer accepted (BR-67); the phone is optional. */
export const Attestation = z
  .object({
    firstName: Name,
    lastName: Name,
    email: z.string().trim().max(254).pipe(z.email()),
    phoneNumber: z.string().trim().max(40).optional(),
    dateAgreed: z.iso.date().refine(isUsableDay),
  })
  .strict()
export type Attestation = z.infer<typeof Attestation>

/** The state of a customer's agreement as one partner may count on it, section 5.6: its own word, or the customer's. */
export const Agreement = z.object({
  applies: z.boolean(),
  status: z.enum(['none', 'accepted']),
  /** What it rests on: the customer's own act, which counts for all, or this partner's word, which counts for it alone. */
  basis: z.enum(['said_by_partner', 'accepted']).nullable(),
  by: z.enum(['partner', 'customer']).nullable(),
  contact: Attestation.omit({ dateAgreed: true }).nullable(),
  dateAgreed: z.string().nullable(),
})
export type Agreement = z.infer<typeof Agreement>

/** GET /api/my-partners/agreement: whether the customer itself has accepted, and which partners say that it did. */
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
