import { z } from 'zod'
import { Address, Line, Lines } from '../../words-of-others/schemas.ts'
import { longest } from '../../words-of-others/lengths.ts'
import { InvitationMessage } from '../schemas.ts'

/** Mail programs make links of such text. */
const linkLike = /[/\\@<>]|:\S|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/u

/** POST /api/acceptance/:token/hand-over: the administrator who is to answer. Only the name is free text, in a mail to any address. */
export const HandOverRequest = z
  .object({ email: Address, name: Line(longest.addressee).min(1).refine((name) => !linkLike.test(name)).optional() })
  .strict()
export type HandOverRequest = z.infer<typeof HandOverRequest>

/** The result; where the portal sends no mail, the asking person sends the message. */
export const HandedOver = z.object({
  at: z.iso.datetime(), email: z.string(), isMailed: z.boolean(), message: InvitationMessage.omit({ button: true, chat: true }),
})
export type HandedOver = z.infer<typeof HandedOver>

/** POST /api/acceptance/:token/question. */
export const QuestionRequest = z.object({ text: Lines(longest.said).trim().min(1) }).strict()
