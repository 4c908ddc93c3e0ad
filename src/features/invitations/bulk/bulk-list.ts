import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { keepWork, keptWork } from '../../../api/kept-work.ts'
import { newKey } from '../../../api/request.ts'
import type { BulkRow } from './read-list.ts'
import type { BulkDefaults } from './row-draft.ts'

/** A list as it was pasted, with what holds for all its rows. It stays in the tab, so that a page loaded again goes on with it. */
export type BulkList = {
  listId: string
  text: string
  defaults: BulkDefaults
  /** Keys of rows that are to be made although their customer is invited already; each was chosen by itself. */
  meant: readonly string[]
  /** Whether rows of it may have been made already. */
  started: boolean
  /** What came of it, once it ended. */
  ended?: { rows: readonly BulkRow[]; outcomes: readonly BulkOutcome[] }
}

/** A new list; delegated admin is asked from the start only where the cloud always asks it. */
export const emptyList = (language: Locale, policy: Pick<CloudPolicy, 'delegatedAdminWithInvitation'>): BulkList => ({
  listId: newKey(),
  text: '',
  defaults: {
    language, expiresInDays: 30, resellerId: '', includeDap: policy.delegatedAdminWithInvitation === 'required', services: [],
  },
  meant: [],
  started: false,
})

/** The person's list of this tab, if there is one. */
export const keptList = (person: string): BulkList | undefined => keptWork('bulk', person)

export const keepList = (person: string, list: BulkList | undefined): void => keepWork('bulk', person, list)
