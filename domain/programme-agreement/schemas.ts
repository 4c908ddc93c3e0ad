import { z } from 'zod'
import { Day } from '../calendar/schemas.ts'
import { longest } from '../words-of-others/lengths.ts'
import { Line } from '../words-of-others/schemas.ts'

/** What a reseller says of its Microsoft Partner Agreement: who of it signed, and on which day (BR-51). */
export const SaidAgreement = z.strictObject({ signedBy: Line(longest.personName).min(1), signedOn: Day })
export type SaidAgreement = z.infer<typeof SaidAgreement>

/** The Microsoft Partner Agreement as it is on record here. */
export const ProgrammeAgreement = z.object({
  /** The reseller's own word, or what the portal has from Microsoft; null without an agreement on record. */
  basis: z.enum(['said_by_partner', 'confirmed']).nullable(),
  /** Of a reseller's own word: what it said, who said it and when. */
  said: z.object({ ...SaidAgreement.shape, by: z.string(), at: z.iso.datetime() }).nullable(),
})
export type ProgrammeAgreement = z.infer<typeof ProgrammeAgreement>
