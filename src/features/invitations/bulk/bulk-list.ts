import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { newKey } from '../../../api/request.ts'
import type { BulkDefaults } from './row-draft.ts'

/** A list as it was pasted, with what holds for all its rows. It stays in the tab, so that a page loaded again goes on with it. */
export type BulkList = {
  listId: string
  text: string
  defaults: BulkDefaults
  /** Keys of rows that are to be made although their customer is invited already; each was chosen by itself. */
  meant: readonly string[]
}

/** A new list; delegated admin is asked from the start only where the cloud always asks it. */
export const emptyList = (language: Locale, policy: Pick<CloudPolicy, 'dapWithInvitation'>): BulkList => ({
  listId: newKey(),
  text: '',
  defaults: {
    language, expiresInDays: 30, resellerId: '', includeDap: policy.dapWithInvitation === 'required', services: [],
  },
  meant: [],
})
