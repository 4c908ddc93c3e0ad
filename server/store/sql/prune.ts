import { type Kysely, sql } from 'kysely'
import { overInvitesKept } from '../../../domain/joining/invite.ts'
import { dayOf } from '../../../domain/limits/limit.ts'
import { noticesKept } from '../../../domain/notices/notice.ts'
import { overTokensKept } from '../../../domain/tokens/token.ts'
import { deliveriesKept } from '../../../domain/webhooks/webhook.ts'
import type { Database } from './tables/database.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** One statement takes this many rows, a few milliseconds. */
const batch = 1_000

/**
 * How long temporary rows stay, in milliseconds. A reader of deleted changes reads everything again. Answers outlive the longest session,
 * whose page forgets its keys with it.
 */
export const keptFor = { changes: hour, answers: day + hour, mailTexts: 30 * day, strangers: 90 * day }

/** A finished mail keeps its row, since its intent prevents a second one; address and text go. */
const over = sql`('sent', 'refused', 'uncertain')`

type Kind =
  | 'limits' | 'strangers' | 'sessions' | 'signIns' | 'tokens' | 'answers' | 'changes' | 'mailTexts' | 'deliveries' | 'notices' | 'invites'

/** Deletes one batch of each kind; all counts are below `batch` once nothing is left. */
export const prune =
  (db: Kysely<Database>) =>
  async (now: string): Promise<Record<Kind, number> & { isDone: boolean }> => {
    const before = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString()
    const counted = async (statement: ReturnType<typeof sql>) => (await statement.execute(db)).rows.length
    const ended = {
      sessions: sql`
        delete from sessions where token_hash in (
          select token_hash from sessions where expires_at <= ${now} or idle_expires_at <= ${now} limit ${batch}
        ) returning 1`,
      tokens: sql`
        with over as (
          delete from access_tokens where (organization_id, id) in (
            select organization_id, id from access_tokens where ends_at <= ${before(overTokensKept)} order by ends_at limit ${batch}
          ) returning token_hash
        )
        delete from access_token_hashes where token_hash in (select token_hash from over) returning 1`,
      signIns: sql`
        delete from finished_sign_ins where id in (
          select id from finished_sign_ins where expires_at <= ${now} limit ${batch}
        ) returning 1`,
      answers: sql`
        delete from answers where (organization_id, key) in (
          select organization_id, key from answers where at < ${before(keptFor.answers)} order by at limit ${batch}
        ) returning 1`,
      changes: sql`
        delete from changes where (organization_id, sequence) in (
          select organization_id, sequence from changes where at < ${before(keptFor.changes)} order by at limit ${batch}
        ) returning 1`,
      mailTexts: sql`
        update outbox set to_address = '', subject = '', body = '', from_name = '', reply_to = null
        where (organization_id, id) in (
          select organization_id, id from outbox
          where body <> '' and state in ${over} and at < ${before(keptFor.mailTexts)} order by at limit ${batch}
        ) returning 1`,
      // People of tenants that only visited, and those who never got a role; a removed one stays, lest the next sign-in let them in.
      strangers: sql`
        with gone as (
          delete from known_people as known where (organization_id, subject) in (
            select known.organization_id, known.subject from (
              select users.organization_id, users.id from organizations join users on users.organization_id = organizations.id
              where visiting_since is not null
              union select organization_id, id from users where roles = '[]' and removed_at is null
            ) as stranger
            join known_people as known on known.organization_id = stranger.organization_id and known.user_id = stranger.id
            where known.last_sign_in_at < ${before(keptFor.strangers)} limit ${batch}
          ) returning organization_id, user_id
        ), choices as (
          delete from notice_choices as chosen using gone
          where chosen.organization_id = gone.organization_id and chosen.user_id = gone.user_id
        ), directory as (
          delete from user_directory as entry using gone
          where entry.organization_id = gone.organization_id and entry.user_id = gone.user_id
        )
        delete from users using gone where users.organization_id = gone.organization_id and users.id = gone.user_id returning 1`,
      deliveries: sql`
        delete from webhook_deliveries where (organization_id, webhook_id, id) in (
          select organization_id, webhook_id, id from webhook_deliveries where at < ${before(deliveriesKept)} order by at limit ${batch}
        ) returning 1`,
      // What nobody has mailed: a portal without mail, or whose mails were turned off for days.
      notices: sql`
        delete from notices where (organization_id, user_id, id) in (
          select organization_id, user_id, id from notices where due_at < ${before(noticesKept)} order by due_at limit ${batch}
        ) returning 1`,
      invites: sql`
        delete from reseller_invites where (partner_id, id) in (
          select partner_id, id from reseller_invites where over_at <= ${before(overInvitesKept)} order by over_at limit ${batch}
        ) returning 1`,
      limits: sql`
        delete from limits where (owner, what, day) in (
          select owner, what, day from limits where day < ${dayOf(before(day))} order by day limit ${batch}
        ) returning 1`,
    }
    const counts = {
      sessions: await counted(ended.sessions),
      tokens: await counted(ended.tokens),
      signIns: await counted(ended.signIns),
      answers: await counted(ended.answers),
      changes: await counted(ended.changes),
      mailTexts: await counted(ended.mailTexts),
      strangers: await counted(ended.strangers),
      deliveries: await counted(ended.deliveries),
      notices: await counted(ended.notices),
      invites: await counted(ended.invites),
      limits: await counted(ended.limits),
    }
    return { ...counts, isDone: Object.values(counts).every((count) => count < batch) }
  }
