import type { GdapView } from '../../../../domain/gdap/schemas.ts'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'
import { periodsOfList } from '../board/expiry-columns.ts'

/** The orders that the list knows; the last one holds where an address asks for none. */
export const gdapSorts = ['displayName', 'endDateTime', '-createdDateTime'] as const

export const gdapView = listView<GdapView>({
  search: soughtText, status: oneOf(gdapStatuses), bucket: oneOf(periodsOfList), ends: oneOf(['true']),
  blockedBy: oneOf(['global_administrator']), sort: oneOf(gdapSorts),
})
