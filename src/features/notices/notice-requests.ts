import type { NoticeChoices } from '../../../domain/notices/schemas.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

export const noticeQueries = { own: () => reading(['people', 'notices'], '/notices') }

/** The form has no field that is typed. */
export const noticeInputs = ['/choices'] as const

/** 412 when the person chose elsewhere since. */
export const chooseNotices = ({ etag, ...body }: NoticeChoices & { etag: string }, idempotencyKey: string) =>
  call('PUT /notices', { body, ifMatch: etag, idempotencyKey })
