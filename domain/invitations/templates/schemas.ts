import { z } from 'zod'
import { locales } from '../../session/locales.ts'
import { Line, longestMessage, longestSubject } from '../schemas.ts'

/** PUT /api/message-templates/:language. Holds placeholders such as `{customer}`; lines end with LF, however they were typed. */
export const TemplateDraft = z
  .object({
    subject: Line.min(1).max(longestSubject),
    text: z.string().min(1).max(longestMessage).overwrite((text) => text.replaceAll(/\r\n?/g, '\n')),
  })
  .strict()
export type TemplateDraft = z.infer<typeof TemplateDraft>

/** What an organisation's invitations say in a language: its own words, or the built-in ones as long as it has none. */
export const MessageTemplate = z.object({
  language: z.enum(locales),
  subject: z.string(),
  text: z.string(),
  /** The words on the button that stands for the link; they are not part of the template. */
  button: z.string(),
  isOwn: z.boolean(),
  /** Changes with every save, and with going back to the built-in text. */
  etag: z.string(),
})
export type MessageTemplate = z.infer<typeof MessageTemplate>
