import { z } from 'zod'
import { locales } from '../../session/locales.ts'
import { Line, Lines } from '../../words-of-others/schemas.ts'
import { longest } from '../../words-of-others/lengths.ts'

/** PUT /api/message-templates/:language. Holds placeholders such as `{customer}`. */
export const TemplateDraft = z
  .object({
    subject: Line(longest.subject).min(1),
    text: Lines(longest.message).min(1),
  })
  .strict()
export type TemplateDraft = z.infer<typeof TemplateDraft>

/** An organisation's invitation text in a language: its own, or the built-in one. */
export const MessageTemplate = z.object({
  language: z.enum(locales),
  subject: z.string(),
  text: z.string(),
  /** The label of the link's button, which is no part of the template. */
  button: z.string(),
  isOwn: z.boolean(),
  /** Changes with every save, and with a return to the built-in text. */
  etag: z.string(),
})
export type MessageTemplate = z.infer<typeof MessageTemplate>
