import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { InvitationQuestion } from '../../../domain/invitations/schemas.ts'
import { openStates } from '../../../domain/invitations/states.ts'
import { keepMoments, keysOf, keyWithin } from './row.ts'
import { keepSightsOf, throughInvitations } from '../relationship-requests/sights.ts'
import { keepTrace, type TraceKey } from './trace-rows.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

/** How many there are, and the newest of them, newest first. */
export type Counted<Said> = { count: number; latest: Said[] }

/** An administrator was asked; `askedOf` is the same for the same one. */
type HandOver = { at: string; askedOf: string | null }

/** The invitation as it was read and as it is to be, and what was said with it: both are numbered, so that no two take the same place. */
type TracedStep = {
  from: InvitationRecord
  to: InvitationRecord
  /** Who is asking, where an answer is kept for a repeated call. */
  actor?: Scope
  handOver?: { position: number; at: string; askedOf: string }
  question?: InvitationQuestion & { position: number }
}

/** As many as a limit for a day may look back on. */
const latest = 10

const keyOf = (scope: LinkScope): TraceKey => ({ partner_id: scope.ownerId, invitation_id: scope.invitationId })

export const traces = (db: Kysely<Database>) => ({
  /** Counts one look at the link, by whatever it was. Nobody is told, and the invitation's version stays. */
  countFetch: async (scope: LinkScope): Promise<void> => {
    await db
      .insertInto('invitation_traces')
      .values({ ...keyOf(scope), fetched_count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['partner_id', 'invitation_id'])
          .doUpdateSet({ fetched_count: sql<number>`invitation_traces.fetched_count + 1` }),
      )
      .execute()
  },

  /**
   * What the customer's side did, short of an answer. Throws StaleWrite when the invitation was answered, withdrawn or reissued meanwhile,
   * by the actor's organization if it is for many, or somebody else has taken this step. The version goes on only when the state does.
   */
  step: (scope: LinkScope, { from, to, actor, handOver, question }: TracedStep, write: Write<unknown>): Promise<void> =>
    writing(db, actor?.organizationId ?? scope.ownerId, write, async (trx) => {
      const key = keyOf(scope)
      await hold(trx, scope, from, to)
      if (actor) await checkUnanswered(trx, key, actor)
      await keepTrace(trx, key, to.tracking)
      await keepMoments(trx, keysOf(trx, scope.ownerId, [scope.invitationId]))
      if (handOver)
        await place(
          trx
            .insertInto('invitation_hand_overs')
            .values({ ...key, position: handOver.position, at: handOver.at, asked_of: handOver.askedOf })
            .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'position']).doNothing())
            .returning('position'),
        )
      if (question)
        await place(
          trx
            .insertInto('invitation_questions')
            .values({ ...key, ...questionRow(question) })
            .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'position']).doNothing())
            .returning('position'),
        )
    }),

  handOvers: async (scope: LinkScope): Promise<Counted<HandOver>> => {
    const rows = await newest(db.selectFrom('invitation_hand_overs').select(['position', 'at', 'asked_of']), scope).execute()
    return { count: rows[0]?.position ?? 0, latest: rows.map((row) => ({ at: row.at, askedOf: row.asked_of })) }
  },

  questionsAsked: async (scope: LinkScope): Promise<Counted<InvitationQuestion>> => {
    const rows = await newest(db.selectFrom('invitation_questions').selectAll(), scope).execute()
    return { count: rows[0]?.position ?? 0, latest: rows.map(questionOf) }
  },

  /** What was asked about an invitation in the organisation's sight, oldest first. */
  questions: async (scope: Scope, invitationId: string): Promise<InvitationQuestion[]> => {
    if (!isUuid(invitationId)) return []
    const rows = await db
      .selectFrom(keyWithin(db, scope, invitationId).as('sought'))
      .innerJoin('invitation_questions as question', (join) =>
        join.onRef('question.partner_id', '=', 'sought.partner_id').onRef('question.invitation_id', '=', 'sought.id'),
      )
      .select(['question.at', 'question.asked_by', 'question.email', 'question.organization_name', 'question.body'])
      .orderBy('question.position')
      .execute()
    return rows.map(questionOf)
  },
})

/** Locks the invitation while it is open and its link the one that was opened, and moves its state when the step does. */
async function hold(trx: Transaction<Database>, scope: LinkScope, from: InvitationRecord, to: InvitationRecord): Promise<void> {
  const key = keyOf(scope)
  const row = await trx
    .selectFrom('invitations')
    .select('version')
    .where((eb) => eb.and({ partner_id: key.partner_id, id: key.invitation_id }))
    .where('state', 'in', openStates)
    .where('link_number', '=', scope.linkNumber)
    .forUpdate()
    .executeTakeFirst()
  const moves = to.state !== from.state || to.since !== from.since
  const isFirstSignIn = from.tracking.signedInAt === null && to.tracking.signedInAt !== null
  if (!row || (moves && row.version !== from.version) || (isFirstSignIn && (await hasSignedIn(trx, key))))
    throw new StaleWrite(`Invitation ${from.id} is another than the one that was read`)
  if (!moves) return
  await trx
    .updateTable('invitations')
    .set({ state: to.state, since: to.since, version: from.version + 1 })
    .where((eb) => eb.and({ partner_id: key.partner_id, id: key.invitation_id }))
    .execute()
  await keepSightsOf(trx, throughInvitations(scope.ownerId, [scope.invitationId]))
}

/** Read after the lock that every answer takes too: an organization that has answered neither hands on nor asks. */
async function checkUnanswered(trx: Transaction<Database>, key: TraceKey, { organizationId }: Scope): Promise<void> {
  const answered = await trx
    .selectFrom('relationship_requests as request')
    .innerJoin('organizations as itself', 'itself.tenant_id', 'request.tenant_id')
    .select('request.id')
    .where('request.partner_id', '=', key.partner_id)
    .where('request.invitation_id', '=', key.invitation_id)
    .where('itself.id', '=', organizationId)
    .where('request.answer', 'is not', null)
    .executeTakeFirst()
  if (answered) throw new StaleWrite('The organization has answered meanwhile')
}

/** Read after the lock, so that it is what the last one before left. */
async function hasSignedIn(trx: Transaction<Database>, key: TraceKey): Promise<boolean> {
  const trace = await trx
    .selectFrom('invitation_traces')
    .select('signed_in_at')
    .where((eb) => eb.and(key))
    .executeTakeFirst()
  return (trace?.signed_in_at ?? null) !== null
}

const questionRow = ({ position, at, by, email, organization, text }: NonNullable<TracedStep['question']>) => ({
  position, at, asked_by: by, email, organization_name: organization, body: text,
})

const questionOf = (row: {
  at: string; asked_by: string; email: string; organization_name: string; body: string
}): InvitationQuestion => ({ at: row.at, by: row.asked_by, email: row.email, organization: row.organization_name, text: row.body })

async function place(insertion: { executeTakeFirst: () => Promise<{ position: number } | undefined> }): Promise<void> {
  if (!(await insertion.executeTakeFirst())) throw new StaleWrite('Somebody else was first')
}

const newest = <Table extends 'invitation_hand_overs' | 'invitation_questions', Row>(
  query: SelectQueryBuilder<Database, Table, Row>, { ownerId, invitationId }: LinkScope,
): SelectQueryBuilder<Database, Table, Row> =>
  query
    .where(sql<boolean>`partner_id = ${ownerId} and invitation_id = ${invitationId}`)
    .orderBy(sql`position`, 'desc')
    .limit(latest)
