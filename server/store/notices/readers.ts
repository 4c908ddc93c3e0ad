import { sql } from 'kysely'
import { type NoticeHow, type NoticeKind, noticeReaders } from '../../../domain/notices/notice-kinds.ts'
import type { Choices } from '../../../domain/notices/notice.ts'
import type { Locale } from '../../../domain/session/locales.ts'

type Reader = {
  organization_id: string; id: string; email: string; locale: Locale; kind: NoticeKind; how: NoticeHow; choices: Choices | null
}

/**
 * Everybody who may enter and has an address, once for each kind of mail that their roles open, with how they want it. A query names the
 * organisation, and leaves out whoever wants `never`.
 */
export const readers = sql<Reader>`(
  select reader.organization_id, reader.id, reader.email, reader.locale, may.kind,
    coalesce(chosen.choices ->> may.kind, may.usual) as how, chosen.choices
  from users as reader
  join organizations as home on home.id = reader.organization_id and home.visiting_since is null
  join jsonb_to_recordset(${JSON.stringify(noticeReaders)}::jsonb) as may (kind text, at text, roles jsonb, usual text)
    on may.at = home.kind
  left join notice_choices as chosen on chosen.organization_id = reader.organization_id and chosen.user_id = reader.id
  where reader.removed_at is null and reader.email <> ''
    and exists (select 1 from jsonb_array_elements(reader.roles) as held (role) where may.roles @> held.role)
)`

/** Whether a row of the outbox is still wanted: its person may enter, may read of it, and has not turned it off. */
export const isStillWanted = sql<boolean>`(outbox.notice is null or exists (
  select 1 from ${readers} as reader
  where reader.organization_id = outbox.reader_organization_id and reader.id = outbox.reader_id
    and reader.kind = outbox.notice and reader.how <> 'never'
))`
