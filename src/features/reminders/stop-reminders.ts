import { call } from '../../api/call.ts'

type Named = { partnerId: string; invitationId: string; token: string }

/** No more reminders of this invitation. Doing it again changes nothing. */
export const stopReminders = (path: Named): Promise<undefined> =>
  call('POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', { path })
