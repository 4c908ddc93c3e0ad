import { sql, type Transaction } from 'kysely'
import { nextGathering, noticeOf, tellsDoer } from '../../../domain/notices/notice.ts'
import type { Database } from '../sql/tables/database.ts'
import { readers } from './readers.ts'

type Entry = {
  organization_id: string
  id: string
  at: string
  action: string
  noun: string
  noun_id: string
  performed_by_id: string | null
  changed: string | null
}

/** So many people of an organisation are told of one thing. */
const mostReaders = 500

/**
 * Puts entries of the log, in the transaction that writes them, on their way to the people of their organisation who want to be mailed of
 * them: not to who did it, and of an answer not to who made the invitation, whom a mail of its own tells. Nothing where no entry is a
 * notice.
 */
export async function insertNotices(trx: Transaction<Database>, entries: readonly Entry[]): Promise<void> {
  const news = entries.flatMap((entry) => {
    const kind = noticeOf(entry)
    return kind === undefined ? [] : [{ ...entry, kind }]
  })
  if (news.length === 0) return
  const zones = new Map((await trx
    .selectFrom('organization_profiles')
    .select(['organization_id', 'time_zone'])
    .where('organization_id', 'in', [...new Set(news.map(({ organization_id: id }) => id))])
    .execute()).map(({ organization_id: id, time_zone: zone }) => [id, zone]))
  const happened = news.map(({ organization_id, id, at, action, noun_id: nounId, kind, performed_by_id: by }) => ({
    organization_id, id, at, kind,
    gathered_at: nextGathering(at, zones.get(organization_id) ?? 'UTC'),
    doer: tellsDoer({ action }) ? null : by,
    invitation: kind === 'answers' ? nounId : null,
  }))
  await sql`
    insert into notices (organization_id, user_id, id, kind, due_at)
    select reader.organization_id, reader.id, happened.id, happened.kind,
      case reader.how when 'daily' then happened.gathered_at else happened.at end
    from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb) as happened
      (organization_id uuid, id uuid, at timestamptz, kind text, gathered_at timestamptz, doer uuid, invitation uuid)
    cross join lateral (
      select candidate.organization_id, candidate.id, candidate.how
      from ${readers} as candidate
      where candidate.organization_id = happened.organization_id and candidate.kind = happened.kind and candidate.how <> 'never'
        and candidate.id is distinct from happened.doer
        and (coalesce(candidate.choices ->> 'invitations', '') = 'never' or not exists (
          select 1 from invitation_makers as made
          where made.partner_id = happened.organization_id and made.invitation_id = happened.invitation and made.user_id = candidate.id
        ))
      limit ${mostReaders}
    ) as reader`.execute(trx)
}
