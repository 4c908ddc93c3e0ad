import { dayMs } from '../calendar/days.ts'

/** A proven domain is looked up again after this many hours. */
export const hoursBetweenLooks = 24
/** A record that is gone so many days proves nothing any more; a name server that is changed needs fewer. */
const daysWithoutRecord = 7

/** What DNS says: whether the record is there, or nothing at all. */
export type Look = 'found' | 'missing' | 'unreachable'

/** When a proof ends whose record is missing since then; ISO 8601. */
export const proofEndsAt = (missingSince: string): string =>
  new Date(Date.parse(missingSince) + daysWithoutRecord * dayMs).toISOString()

/**
 * What another look makes of a proof: since when its record is missing, if it is, and whether the proof ends. A DNS that is silent says
 * nothing.
 */
export function afterLook(missingSince: string | null, look: Look, at: string): { missingSince: string | null; ends: boolean } {
  if (look === 'found') return { missingSince: null, ends: false }
  if (look === 'unreachable') return { missingSince, ends: false }
  const since = missingSince ?? at
  return { missingSince: since, ends: proofEndsAt(since) <= at }
}
