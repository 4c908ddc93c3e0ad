import type { Locale } from '../../../domain/session/locales.ts'
import { reading } from '../../api/reading.ts'

/** `locale`, since a refusal of contradictory facts comes in the language of the screen. */
export const guidanceOf = (id: string, sid: string, locale: Locale) => ({
  ...reading(['customers', 'guidance', id, sid, locale], '/customers/{id}/subscriptions/{sid}/guidance', { path: { id, sid } }),
  retry: false,
})
