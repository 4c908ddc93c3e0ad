import { z } from 'zod'
import { mailKinds, mailStates } from './states.ts'

/** A mail of an invitation, as those who see the invitation see it. Never its text. */
export const MailDelivery = z.object({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  to: z.string(),
  state: z.enum(mailStates),
  /** When it came into this state, or when it is due while it waits. */
  at: z.iso.datetime(),
  attempts: z.number().int(),
  /** Why it waits or was not sent: a word of `mailReasons`, or one line that the mail server answered. */
  said: z.string().nullable(),
})
export type MailDelivery = z.infer<typeof MailDelivery>
