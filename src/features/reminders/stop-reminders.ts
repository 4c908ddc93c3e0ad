import { request } from '../../api/request.ts'

type Named = { partnerId: string; invitationId: string; token: string }

/** No more reminders of this invitation. Doing it again changes nothing. */
export const stopReminders = ({ partnerId, invitationId, token }: Named): Promise<undefined> =>
  request(`/mail/unsubscribe/${[partnerId, invitationId, token].map(encodeURIComponent).join('/')}`, { method: 'POST' })
