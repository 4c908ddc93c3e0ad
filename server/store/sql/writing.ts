import { type Kysely, sql, type Transaction } from 'kysely'
import { batchesOf } from './batches.ts'
import { appendChanges } from '../events/changes.ts'
import { keepMilestones } from '../invitations/milestones.ts'
import { insertMails } from '../mail/outbox.ts'
import { insertNotices } from '../notices/new-notices.ts'
import { insertDeliveries } from '../webhooks/new-deliveries.ts'
import type { Database } from './tables/database.ts'
import { AlreadyAnswered } from '../errors.ts'
import type { NewAuditEvent, Write } from '../write.ts'
import { inTransaction } from './transaction.ts'
import { uuidV7 } from './uuid-v7.ts'

type Records = Pick<Write<unknown>, 'audit' | 'changes'>

/**
 * Runs one write and all that belongs to it in one transaction. Claims the idempotency key first, so that a repeated call gets {@link
 * AlreadyAnswered} rather than a stale row; numbers changes last, since that locks. `tell` adds audit entries and changes found on the way.
 */
export const writing = <Saved>(
  db: Kysely<Database>,
  organizationId: string,
  write: Write<Saved>,
  work: (trx: Transaction<Database>, tell: (further: Records) => void) => Promise<Saved>,
): Promise<Saved> =>
  inTransaction(db, async (trx) => {
    const { answer } = write
    if (answer) await claim(trx, organizationId, answer, write.at)
    const records: Records[] = [write]
    const saved = await work(trx, (further) => void records.push(further))
    if (answer) {
      const { status, body } = answer.of(saved)
      await trx
        .updateTable('answers')
        .set({ status, body: JSON.stringify(body ?? null) })
        .where((eb) => eb.and({ organization_id: organizationId, key: answer.key }))
        .execute()
    }
    if (write.mails?.length) await insertMails(trx, write.mails, write.at)
    await insertAudit(trx, records.flatMap(({ audit }) => audit))
    await appendChanges(trx, records.flatMap(({ changes }) => changes), write.at)
    return saved
  })

/**
 * Runs many writes in one transaction. Leaves out those whose idempotency key is claimed already; `work` gets the rest. Keeps known answers
 * as it claims them, in one order against deadlocks. `choose` runs first and leaves out more.
 */
export const writingAll = <Row extends { saved: unknown; write: Write<never> }>(
  db: Kysely<Database>,
  organizationId: string,
  given: readonly Row[],
  work: (trx: Transaction<Database>, claimed: readonly Row[]) => Promise<void>,
  choose: (trx: Transaction<Database>, given: readonly Row[]) => Promise<readonly Row[]> = async () => given,
): Promise<readonly Row[]> =>
  inTransaction(db, async (trx) => {
    const rows = await choose(trx, given)
    const keys = await claimAll(trx, organizationId, rows)
    const claimed = rows.filter(({ write }) => !write.answer || keys.has(write.answer.key))
    const last = claimed.at(-1)
    if (!last) return claimed
    await work(trx, claimed)
    const mails = claimed.flatMap(({ write }) => write.mails ?? [])
    if (mails.length > 0) await insertMails(trx, mails, last.write.at)
    await insertAudit(trx, claimed.flatMap(({ write }) => write.audit))
    await appendChanges(trx, claimed.flatMap(({ write }) => write.changes), last.write.at)
    return claimed
  })

async function claimAll(
  trx: Transaction<Database>,
  organizationId: string,
  rows: readonly { saved: unknown; write: Write<never> }[],
): Promise<Set<string>> {
  const answers = rows.flatMap(({ saved, write: { answer, at } }) => {
    if (!answer) return []
    const { status, body } = answer.of(saved as never)
    return [{ organization_id: organizationId, key: answer.key, request_hash: answer.requestHash, status, body: JSON.stringify(body), at }]
  })
  if (answers.length === 0) return new Set()
  const claimed = await trx
    .insertInto('answers')
    .values(answers.toSorted((one, other) => (one.key < other.key ? -1 : 1)))
    .onConflict((conflict) => conflict.columns(['organization_id', 'key']).doNothing())
    .returning('key')
    .execute()
  return new Set(claimed.map(({ key }) => key))
}

async function claim(trx: Transaction<Database>, organizationId: string, answer: { key: string; requestHash: string }, at: string) {
  const claimed = await trx
    .insertInto('answers')
    .values({ organization_id: organizationId, key: answer.key, request_hash: answer.requestHash, status: 0, body: 'null', at })
    .onConflict((conflict) => conflict.columns(['organization_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) throw new AlreadyAnswered('This Idempotency-Key has an answer')
}

/** Writes entries of the log, and sends them on their way to webhooks and to people. */
export async function appendAudit(trx: Transaction<Database>, events: readonly NewAuditEvent[]): Promise<void> {
  for (const batch of batchesOf(events)) {
    const rows = batch.map(auditRow)
    await trx.insertInto('audit_events').values(rows).execute()
    await keepMilestones(trx, rows)
    await insertDeliveries(trx, rows)
    await insertNotices(trx, rows)
  }
}

async function insertAudit(trx: Transaction<Database>, events: readonly NewAuditEvent[]): Promise<void> {
  await appendAudit(trx, events)
  for (const batch of batchesOf(events.filter(({ noun }) => noun === 'customers').toSorted(byOrganization))) await moveLastEvent(trx, batch)
}

const byOrganization = (one: NewAuditEvent, other: NewAuditEvent): number => (one.organizationId < other.organizationId ? -1 : 1)

/** The last event of a customer's row follows the organisation's audit entries. */
async function moveLastEvent(trx: Transaction<Database>, events: readonly NewAuditEvent[]): Promise<void> {
  const rows = events.map(({ organizationId, nounId, at }) => ({ partner_id: organizationId, id: nounId, at }))
  await sql`
    update customers as line set last_event_at = event.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event (partner_id uuid, id uuid, at timestamptz)
    where line.partner_id = event.partner_id and line.id = event.id and line.last_event_at < event.at`.execute(trx)
}

export const auditRow = (event: NewAuditEvent) => ({
  organization_id: event.organizationId,
  id: uuidV7(new Date(event.at)),
  at: event.at,
  action: event.action,
  noun: event.noun,
  noun_id: event.nounId,
  performed_by: event.by,
  performed_by_id: event.byId ?? null,
  organization_name: event.organizationName,
  details: JSON.stringify(event.details),
  through: event.through ?? null,
  refused: event.refused ?? null,
  customer_id: event.customerId ?? null,
  changed: event.changed ? JSON.stringify(event.changed) : null,
})
