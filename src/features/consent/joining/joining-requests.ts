import type { JoiningAnswer } from '../../../../domain/joining/schemas.ts'
import { call } from '../../../api/call.ts'
import { done } from '../../../api/done.ts'
import type { SilenceOptions } from '../../../api/request.ts'

/** The parts of the link. */
export type JoiningLink = { providerId: string; inviteId: string; token: string }

export const readJoining = (path: JoiningLink) => call('GET /joining/{providerId}/{inviteId}/{token}', { path })

/** The form's fields. */
export const joiningInputs = ['/displayName', '/agreement/signedBy', '/agreement/signedOn', '/consent'] as const
export type JoiningInput = (typeof joiningInputs)[number]

/** A yes with what it says, or a no. */
export type Answer = JoiningAnswer | 'declined'

/** True once it is done. */
export const answerJoining = (path: JoiningLink, answer: Answer, idempotencyKey: string, options: SilenceOptions): Promise<true> =>
  answer === 'declined'
    ? done(call('POST /joining/{providerId}/{inviteId}/{token}/decline', { path, idempotencyKey, ...options }))
    : call('POST /joining/{providerId}/{inviteId}/{token}/authorize', { path, body: answer, idempotencyKey, ...options }).then(() => true)
