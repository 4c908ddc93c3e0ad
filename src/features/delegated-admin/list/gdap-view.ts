import type { GdapView } from '../../../../domain/delegated-admin/schemas.ts'
import { gdapStatuses } from '../../../../domain/delegated-admin/states.ts'
import { longestSearch } from '../../../../domain/search/longest-search.ts'
import { periodsOfList } from '../board/expiry-columns.ts'

/** The orders that the list knows; the last one holds where an address asks for none. */
export const gdapSorts = ['displayName', 'endDateTime', '-createdDateTime'] as const

const names = ['search', 'status', 'bucket', 'ends', 'blockedBy', 'sort'] as const satisfies readonly (keyof GdapView)[]

/** The view that an address asks for; words that the list does not know are left out, so that an old link still shows something. */
export function viewOf(search: URLSearchParams): GdapView {
  const text = search.get('search')?.trim().slice(0, longestSearch)
  const status = gdapStatuses.find((each) => each === search.get('status'))
  const bucket = periodsOfList.find((each) => each === search.get('bucket'))
  const sort = gdapSorts.find((each) => each === search.get('sort'))
  return {
    ...(text ? { search: text } : {}),
    ...(status ? { status } : {}),
    ...(bucket ? { bucket } : {}),
    ...(search.get('ends') === 'true' ? { ends: 'true' } : {}),
    ...(search.get('blockedBy') === 'global_administrator' ? { blockedBy: 'global_administrator' } : {}),
    ...(sort ? { sort } : {}),
  }
}

/** The address of a view, always in the same order: one view, one address. */
export function searchOfView(view: GdapView): URLSearchParams {
  const address = new URLSearchParams()
  for (const name of names) {
    const value = view[name]
    if (value) address.set(name, value)
  }
  return address
}

/** Whether the view leaves anything out, so that an empty list means "none match" and not "none there". */
export const isNarrowed = ({ sort: _, ...filters }: GdapView): boolean => Object.values(filters).some(Boolean)
