import { z } from 'zod'
import { noticeHows, noticeKinds } from './notice-kinds.ts'

const Choice = z.object({ kind: z.enum(noticeKinds), how: z.enum(noticeHows) }).strict()

/** PUT /api/notices: kinds that are left out stay as they are. */
export const NoticeChoices = z.object({ choices: z.array(Choice).max(noticeKinds.length) }).strict()
export type NoticeChoices = z.infer<typeof NoticeChoices>

/** Which mails the reader gets about its organisation. */
export const Notices = z.object({
  /** Where they go: the address that the identity provider told. */
  email: z.string(),
  /** Whether this portal sends any mail. */
  isMailed: z.boolean(),
  items: z.array(Choice.extend({ offered: z.array(z.enum(noticeHows)) })),
  etag: z.string(),
})
export type Notices = z.infer<typeof Notices>
