import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { newKey } from '../../../api/request.ts'
import type { BulkDefaults } from './row-draft.ts'

/** A pasted list with its common settings, kept in the tab over a reload. */
export type BulkList = {
  listId: string
  text: string
  defaults: BulkDefaults
  /** Keys of rows to make though their customer is invited already; each was ticked by itself. */
  meant: readonly string[]
}

/** A new list; asks for DAP at first only where the cloud always does. */
export const emptyList = (language: Locale, policy: Pick<CloudPolicy, 'dapWithInvitation'>): BulkList => ({
  listId: newKey(),
  text: '',
  defaults: {
    language, expiresInDays: 30, resellerId: '', includeDap: policy.dapWithInvitation === 'required', services: [],
  },
  meant: [],
})
