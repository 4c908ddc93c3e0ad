import type { ColumnType } from 'kysely'
import type { Choices } from '../../../../domain/notices/notice.ts'
import type { NoticeKind } from '../../../../domain/notices/notice-kinds.ts'

export type NoticeTables = {
  notice_choices: { organization_id: string; user_id: string; choices: ColumnType<Choices, string, string>; version: number }
  /** What waits to be mailed to a person; `id` is that of the audit entry. */
  notices: { organization_id: string; user_id: string; id: string; kind: NoticeKind; due_at: string }
}
