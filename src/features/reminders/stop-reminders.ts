import { request } from '../../api/request.ts'

type Named = { partnerId: string; invitationId: string; token: string }

/** Stops the invitation's reminders; repeating changes nothing. */
export const stopReminders = ({ partnerId, invitationId, token }: Named): Promise<undefined> =>
  request(`/mail/unsubscribe/${[partnerId, invitationId, token].map(encodeURIComponent).join('/')}`, { method: 'POST' })
