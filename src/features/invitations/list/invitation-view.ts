import type { InvitationsView } from '../../../../domain/invitations/schemas.ts'
import { invitationStates, turns } from '../../../../domain/invitations/states.ts'
import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'

export const invitationView = listView<InvitationsView>({
  search: soughtText, state: oneOf(invitationStates), turn: oneOf(turns), overdue: oneOf(['true']),
})
