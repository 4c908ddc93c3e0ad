import { call } from '../../api/call.ts'

type Named = { partnerId: string; invitationId: string; token: string }

/** Stops the invitation's reminders; repeating changes nothing. */
export const stopReminders = (path: Named): Promise<undefined> =>
  call('POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', { path })
