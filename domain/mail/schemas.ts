import { z } from 'zod'
import { mailKinds, mailStates } from './states.ts'

/** A mail of an invitation, for everybody who sees the invitation. Never its text. */
export const MailDelivery = z.object({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  to: z.string(),
  state: z.enum(mailStates),
  /** When it entered this state, or when a waiting one is due. */
  at: z.iso.datetime(),
  attempts: z.number().int(),
  /** Why it waits or was not sent: a word of `mailReasons`, or one line of the mail server's response. */
  response: z.string().nullable(),
})
export type MailDelivery = z.infer<typeof MailDelivery>
