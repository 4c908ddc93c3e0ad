import type { GdapView } from '../../../../domain/gdap/schemas.ts'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'
import { periodsOfList } from '../board/expiry-columns.ts'

/** The list's sort orders; the last is the default. */
export const gdapSorts = ['displayName', 'endDateTime', '-createdDateTime'] as const

export const gdapView = listView<GdapView>({
  search: soughtText, status: oneOf(gdapStatuses), bucket: oneOf(periodsOfList), ends: oneOf(['true']),
  blockedBy: oneOf(['global_administrator']), sort: oneOf(gdapSorts),
})
