import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { newKey } from '../../../api/request.ts'
import type { BulkDefaults } from './row-draft.ts'

/** A list as it was pasted, with what holds for all its rows. It stays in the tab, so that a page loaded again goes on with it. */
export type BulkList = {
  listId: string
  text: string
  defaults: BulkDefaults
  /** Whether rows of it may have been made already. */
  started: boolean
}

const keyOf = (userId: string) => `tessera.bulk.${userId}`

/** A new list; delegated admin is asked from the start only where the cloud always asks it. */
export const emptyList = (language: Locale, policy: Pick<CloudPolicy, 'delegatedAdminWithInvitation'>): BulkList => ({
  listId: newKey(),
  text: '',
  defaults: {
    language, expiresInDays: 30, resellerId: '', includeDap: policy.delegatedAdminWithInvitation === 'required', services: [],
  },
  started: false,
})

/** The person's list of this tab, if there is one. */
export function keptList(userId: string): BulkList | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(userId))
    return text === null ? undefined : (JSON.parse(text) as BulkList)
  } catch {
    return undefined
  }
}

/** Without storage the list is still there as long as the page is. */
export function keepList(userId: string, list: BulkList | undefined): void {
  try {
    if (list) sessionStorage.setItem(keyOf(userId), JSON.stringify(list))
    else sessionStorage.removeItem(keyOf(userId))
  } catch {
    // Nothing else depends on it.
  }
}
