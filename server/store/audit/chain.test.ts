import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditRow } from '../sql/writing.ts'
import { batchesOf } from '../sql/batches.ts'
import { contoso, later, litware, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { linkHash, noLink, personalDigest } from './canonical-row.ts'
import { chainedOrganizations, verifyChain } from './verify.ts'

const day = 24 * 60
const at = (minutes: number) => later(minutes).toISOString()

describe('the canonical form of a row', () => {
  const row = {
    organizationId: contoso.id, id: litware.id, at: noon.toISOString(), action: 'invitation.sent', noun: 'invitations', nounId: 'x',
    by: 'Hana Yoon', organizationName: 'Contoso', details: { customer: 'Tailspin', days: 3 }, through: 'browser', refused: null,
    customerId: null, changed: { state: { before: 'created', after: 'sent' } },
  }
  const digest = personalDigest(row, 'salt')

  // Whoever changes this breaks every chain that there is.
  it('is the same for all time', () => {
    expect(digest).toBe('474abe2a067601b2cfe11ab3334b54db307ac9efb4ba41bc2757b3cab8d5e098')
    expect(linkHash(noLink, 1, row, digest)).toBe('5f57205706ee85a3681b2d37c17b82d13d693b079624149cdb722791da425cdd')
  })

  it('does not depend on the order of keys, and tells persons by their digest alone', () => {
    const { at: moment, ...rest } = row
    const shuffled = { ...rest, details: { days: 3, customer: 'Tailspin' }, at: moment }
    expect(personalDigest(shuffled, 'salt')).toBe(digest)
    expect(linkHash(noLink, 1, shuffled, digest)).toBe(linkHash(noLink, 1, row, digest))
    expect(linkHash(noLink, 1, { ...row, by: '', details: { days: 3 } }, digest)).toBe(linkHash(noLink, 1, row, digest))
    expect(linkHash(noLink, 1, { ...row, details: { ...row.details, days: 4 } }, digest)).not.toBe(linkHash(noLink, 1, row, digest))
  })
})

describe.each(engines)('the chain on $name', (engine) => {
  let opened: OpenedStore
  beforeEach(async () => { opened = await openWithCast(engine) })
  afterEach(() => opened.close())

  /** Writes so many rows, so many minutes apart, the first so many minutes after noon. */
  async function write(count: number, organizationId = contoso.id, from = 0, step = 1) {
    const [first] = writeOf([organizationId], { action: 'tested' }).audit
    if (!first) throw new Error('A write has an entry')
    const rows = Array.from({ length: count }, (_, index) =>
      auditRow({ ...first, at: at(from + index * step), by: `Person ${index}`, nounId: `${index}` }))
    for (const batch of batchesOf(rows)) await opened.db.insertInto('audit_events').values(batch).execute()
  }
  const report = () => verifyChain(opened.db, contoso.id)
  const links = () => opened.db.selectFrom('audit_chain').selectAll().where('organization_id', '=', contoso.id).orderBy('seq').execute()
  /** Does what a trigger refuses. */
  const behindTheBack = (statement: ReturnType<typeof sql>) =>
    opened.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await statement.execute(trx)
    })

  it('takes settled rows in the order of time, and later ones behind them', async () => {
    await write(3, contoso.id, 10)
    await write(2, litware.id)
    await write(1, contoso.id, 100)
    expect(await opened.store.audit.chain(at(99))).toBe(5)
    await write(1, contoso.id, 5)
    expect(await opened.store.audit.chain(at(99))).toBe(1)
    expect((await links()).map((link) => [link.seq, link.at])).toEqual([[1, at(10)], [2, at(11)], [3, at(12)], [4, at(5)]])
    expect(await report()).toMatchObject({ verified: 4, unchained: 1, prunedUpTo: 0 })
    expect(await report()).not.toHaveProperty('broken')
    expect(await opened.store.audit.chainState(scopeFor('provider.admin'))).toMatchObject({
      length: 4, upTo: at(12), waiting: { count: 1, capped: false },
    })
  })

  it('leaves a row of the last seconds to the next turn', async () => {
    await write(1)
    expect(await opened.store.audit.chain(new Date(noon.getTime() + 4_000).toISOString())).toBe(0)
    expect(await opened.store.audit.chain(new Date(noon.getTime() + 6_000).toISOString())).toBe(1)
  })

  it('two workers at once chain each row once', async () => {
    await write(900)
    const done = await Promise.all([1, 2, 3].map(() => opened.store.audit.chain(at(day))))
    await opened.store.audit.chain(at(day))
    expect(done.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(900)
    const all = await links()
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 900 }, (_, index) => index + 1))
    expect(new Set(all.map(({ event_id }) => event_id)).size).toBe(900)
    expect(await report()).toMatchObject({ verified: 900, unchained: 0 })
  })

  it('a row can be neither changed nor deleted', async () => {
    await write(1)
    await opened.store.audit.chain(at(day))
    const { db } = opened
    const appendedOnly = /appended only/
    await expect(db.updateTable('audit_events').set({ performed_by: 'Somebody' }).execute()).rejects.toThrow(appendedOnly)
    await expect(db.deleteFrom('audit_events').execute()).rejects.toThrow(appendedOnly)
    await expect(db.updateTable('audit_chain').set({ hash: noLink }).execute()).rejects.toThrow(appendedOnly)
    await expect(db.deleteFrom('audit_chain').execute()).rejects.toThrow(appendedOnly)
    expect(await report()).toMatchObject({ verified: 1 })
  })

  it.each([
    ['who did it', 'person_changed', sql`update audit_events set performed_by = 'Somebody' where noun_id = '3'`],
    ['what was done', 'row_changed', sql`update audit_events set action = 'other' where noun_id = '3'`],
    ['when', 'row_changed', sql`update audit_events set at = at + interval '1 minute' where noun_id = '3'`],
    ['its details', 'row_changed', sql`update audit_events set details = '{"a": 1}' where noun_id = '3'`],
    ['the row, which is gone', 'row_missing', sql`delete from audit_events where noun_id = '3'`],
    ['its link, which is gone', 'link_missing', sql`delete from audit_chain where seq = 4`],
    ['its hash', 'row_changed', sql`update audit_chain set hash = repeat('1', 64) where seq = 4`],
  ] as const)('verification names the row of which somebody changed %s', async (_what, expected, statement) => {
    await write(10)
    await opened.store.audit.chain(at(day))
    const fourth = (await links()).find(({ seq }) => seq === 4)
    await behindTheBack(statement)
    const { broken, verified } = await report()
    expect([broken?.what, broken?.seq, verified]).toEqual([expected, 4, 3])
    expect(broken?.eventId).toBe(expected === 'link_missing' ? null : fourth?.event_id)
  })

  it.each([
    ['the last links', 'end_missing', sql`delete from audit_chain where seq > 8`],
    ['a row that no link has', 'row_outside', sql`update audit_events set is_chained = true where is_chained is null`],
  ] as const)('verification finds what is wrong with %s', async (_what, expected, statement) => {
    await write(10)
    await opened.store.audit.chain(at(day))
    await write(1, contoso.id, 2 * day)
    expect((await report()).broken).toBeUndefined()
    await behindTheBack(statement)
    expect((await report()).broken?.what).toBe(expected)
  })

  it('a person’s name goes with its salt, and the chain holds', async () => {
    await write(3)
    await opened.store.audit.chain(at(day))
    await behindTheBack(sql`update audit_events set performed_by = '' where noun_id = '1'`)
    expect((await report()).broken?.what).toBe('person_changed')
    await behindTheBack(sql`update audit_chain set salt = null where seq = 2`)
    expect(await report()).toMatchObject({ verified: 3 })
  })

  it('retention deletes the oldest, and the rest is verified from there', async () => {
    await write(1_200)
    await opened.store.audit.chain(at(10 * day))
    const scope = scopeFor('provider.admin')
    expect(await opened.store.audit.settings(scope)).toEqual({ retentionDays: 730, version: 0 })
    expect(await opened.store.audit.prune(at(700 * day))).toBe(0)
    await opened.store.audit.saveSettings(scope, { retentionDays: 90, version: 0 }, writeOf([]))
    const now = at(90 * day + 700)
    const rounds = [await opened.store.audit.prune(now), await opened.store.audit.prune(now), await opened.store.audit.prune(now)]
    expect(rounds).toEqual([500, 200, 0])
    expect(await report()).toMatchObject({ verified: 500, prunedUpTo: 700 })
    expect(await report()).not.toHaveProperty('broken')
    await write(1, contoso.id, 80 * day)
    await opened.store.audit.chain(at(90 * day))
    expect(await report()).toMatchObject({ verified: 501 })
  })

  it('10,000 rows are chained and verified a few at a time', async () => {
    await write(10_000)
    const begun = performance.now()
    expect(await opened.store.audit.chain(at(30 * day))).toBe(10_000)
    expect(await report()).toMatchObject({ verified: 10_000, unchained: 0 })
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect(await chainedOrganizations(opened.db)).toMatchObject([{ id: contoso.id }])
    expect(await chainedOrganizations(opened.db, litware.tenantId)).toMatchObject([{ id: litware.id }])
  }, 120_000)

  it('a filtered page reads its rows from the index', async () => {
    await write(6_000, contoso.id, 0, 60)
    await sql`analyze audit_events`.execute(opened.db)
    const { rows } = await sql<Record<string, string>>`
      explain select id from audit_events where organization_id = ${contoso.id} and at >= ${at(100 * day)} and at < ${at(130 * day)}
        and customer_id = 'c' and action = 'tested' and performed_by = 'Person 1' and through = 'browser' and refused is null
      order by at desc, id desc limit 51`.execute(opened.db)
    const plan = rows.map((row) => Object.values(row)[0]).join('\n')
    expect(plan).toMatch(/Index (Only )?Scan.* audit_events_by_age/)
    expect(plan).toMatch(/Index Cond: .*customer_id.*action.*performed_by.*through.*refused IS NULL/)
    expect(plan).not.toContain('Filter:')
  })
})
