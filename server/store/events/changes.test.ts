import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendChanges } from './changes.ts'
import { InvalidCursor } from '../errors.ts'
import { aSession, contoso, later, litware, noon, openWithCast, scopeFor, sentInvitation, noRecords, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const change = (id: string, organizationId = contoso.id) => ({ organizationId, noun: 'tests', id, change: 'tested' })

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const append = (ids: readonly string[], organizationId = contoso.id, at = noon) =>
      opened.db.transaction().execute((trx) =>
        appendChanges(
          trx,
          ids.map((id) => change(id, organizationId)),
          at.toISOString(),
        ),
      )
    const since = (cursor?: string, as = scope) => opened.store.changes.since(as, cursor)

    it('tells the newest number of every organisation that is asked for, in one go', async () => {
      await append(['a', 'b'])
      await append(['c'], litware.id)
      const newest = await opened.store.changes.newest([scope, scope, scopeFor('reseller.admin'), scopeFor('direct.admin')])
      expect(newest).toEqual(new Map([[contoso.id, 2], [litware.id, 1]]))
      expect(await opened.store.changes.newest([])).toEqual(new Map())
    })

    it('tells what came after a cursor, once and in order, and begins with nothing', async () => {
      await append(['before'])
      const start = await since()
      expect(start).toMatchObject({ changes: [], missed: false })
      await append(['a', 'b'])
      await append(['c'])
      const next = await since(start.cursor)
      expect(next).toMatchObject({
        changes: [change('a'), change('b'), change('c')].map(({ organizationId: _, ...told }) => told),
        missed: false,
      })
      expect(await since(next.cursor)).toEqual({ changes: [], cursor: next.cursor, missed: false })
    })

    it('tells of a change that names no row', async () => {
      const { cursor } = await since()
      const many = { noun: 'tests', change: 'imported' }
      await opened.db.transaction().execute((trx) => appendChanges(trx, [{ ...many, organizationId: contoso.id }], noon.toISOString()))
      expect((await since(cursor)).changes).toEqual([many])
    })

    it('begins at a moment with what was written since, and with nothing where that is nothing', async () => {
      await append(['before'])
      await append(['a'], contoso.id, later(5))
      await append(['foreign'], litware.id, later(5))
      const from = async (at: Date) => {
        const { changes } = await since(await opened.store.changes.cursorAt(scope, at.toISOString()))
        return changes.map(({ id }) => id)
      }
      expect(await from(later(5))).toEqual(['a'])
      expect(await from(noon)).toEqual(['before', 'a'])
      expect(await from(later(6))).toEqual([])
    })

    it('tells each organisation its own, and takes no cursor of another', async () => {
      const [mine, theirs] = [await since(), await since(undefined, scopeFor('reseller.sales'))]
      await append(['for the reseller'], litware.id)
      expect((await since(mine.cursor)).changes).toEqual([])
      expect((await since(theirs.cursor, scopeFor('reseller.sales'))).changes.map(({ id }) => id)).toEqual(['for the reseller'])
      for (const cursor of [theirs.cursor, 'nonsense', '']) await expect(since(cursor)).rejects.toThrow(InvalidCursor)
    })

    it('goes on where it stopped when there is more than one answer holds', async () => {
      const start = await since()
      const ids = Array.from({ length: 1_100 }, (_, index) => String(index))
      await append(ids)
      const told: string[] = []
      for (let { cursor } = start; told.length < ids.length;) {
        const next = await since(cursor)
        expect(next.missed).toBe(false)
        told.push(...next.changes.map(({ id = '' }) => id))
        cursor = next.cursor
      }
      expect(told).toEqual(ids)
    })

    it('loses none of many writers who work while somebody reads', async () => {
      const { cursor: start } = await since()
      const ids = Array.from({ length: 60 }, (_, index) => `change ${index}`)
      const writers = { working: true }
      const done = Promise.all(ids.map((id) => append([id]))).finally(() => {
        writers.working = false
      })
      const told: string[] = []
      const read = async (cursor: string): Promise<string> => {
        const next = await since(cursor)
        expect(next.missed).toBe(false)
        told.push(...next.changes.map(({ id = '' }) => id))
        return next.cursor
      }
      let cursor = start
      while (writers.working) cursor = await read(cursor)
      await done
      await read(cursor)
      expect(told.toSorted()).toEqual(ids.toSorted())
    })

    it('says that something was missed when it was cleaned away before it was read', async () => {
      const start = await since()
      await append(['old'], contoso.id, noon)
      const late = later(61).toISOString()
      expect((await opened.store.prune(late)).changes).toBe(1)
      const next = await since(start.cursor)
      expect(next).toMatchObject({ changes: [], missed: true })
      await append(['new'])
      expect(await since(next.cursor)).toMatchObject({ changes: [{ id: 'new' }], missed: false })
      expect(await since(start.cursor)).toMatchObject({ changes: [{ id: 'new' }], missed: true })
    })

    it('cleans away what nobody needs any more, and nothing else', async () => {
      const session = aSession({ expiresAt: later(600).toISOString() })
      await opened.store.sessions.create({ ...session, tokenHash: 'idle', idleExpiresAt: later(30).toISOString() })
      await opened.store.sessions.create({ ...session, tokenHash: 'alive', idleExpiresAt: later(120).toISOString() })
      expect(await opened.store.prune(later(60).toISOString())).toEqual({
        limits: 0, sessions: 1, signIns: 0, tokens: 0, answers: 0, changes: 0, mailTexts: 0, deliveries: 0, strangers: 0, notices: 0,
        invites: 0, isDone: true,
      })
      expect(await opened.store.sessions.find('alive', later(60).toISOString())).toBeDefined()

      const hours = 60
      await opened.store.customers.import(scope, [], writeOf([], { key: 'old' }), noRecords)
      await opened.store.customers.import(scope, [], writeOf([], { key: 'new', at: later(4 * hours) }), noRecords)
      expect((await opened.store.prune(later(26 * hours).toISOString())).answers).toBe(1)
      expect([await opened.store.idempotency.find(scope, 'old'), (await opened.store.idempotency.find(scope, 'new'))?.status]).toEqual([
        undefined,
        201,
      ])
      await sentInvitation(opened.store)
      await opened.store.prune(later(400 * 24 * hours).toISOString())
      expect(await opened.store.audit.recent(scope, 5)).toHaveLength(1)
    })
  })

describe('two transactions that overlap, on PostgreSQL', () => {
  const engine = engines.find(({ name }) => name === 'PostgreSQL')
  let opened: OpenedStore
  beforeEach(async () => {
    if (!engine) throw new Error('There is no PostgreSQL among the engines')
    opened = await openWithCast(engine)
  })
  afterEach(() => opened.close())

  const begin = async () => {
    const trx = await opened.db.startTransaction().execute()
    return {
      trx,
      append: (id: string, organizationId = contoso.id) => appendChanges(trx, [change(id, organizationId)], noon.toISOString()),
    }
  }
  const read = async (cursor: string) => {
    const next = await opened.store.changes.since(scope, cursor)
    return { cursor: next.cursor, ids: next.changes.map(({ id }) => id), missed: next.missed }
  }

  it('are told in the order of their ends: who begins later waits, and a reader between them loses nothing', async () => {
    const { cursor } = await opened.store.changes.since(scope, undefined)
    const [first, second] = [await begin(), await begin()]
    await first.append('first')
    let secondHasNumber = false
    const waiting = second.append('second').then(() => {
      secondHasNumber = true
    })
    const between = await read(cursor)
    expect(between).toEqual({ cursor, ids: [], missed: false })
    expect(secondHasNumber).toBe(false)

    await first.trx.commit().execute()
    await waiting
    const after = await read(between.cursor)
    expect(after.ids).toEqual(['first'])
    await second.trx.commit().execute()
    expect(await read(after.cursor)).toMatchObject({ ids: ['second'], missed: false })
  })

  it('leave no gap when the first is rolled back', async () => {
    const { cursor } = await opened.store.changes.since(scope, undefined)
    const [first, second] = [await begin(), await begin()]
    await first.append('lost')
    const waiting = second.append('kept')
    await first.trx.rollback().execute()
    await waiting
    await second.trx.commit().execute()
    expect(await read(cursor)).toMatchObject({ ids: ['kept'], missed: false })
  })

  it('do not wait for each other when they are of different organisations', async () => {
    const { cursor } = await opened.store.changes.since(scope, undefined)
    const [first, second] = [await begin(), await begin()]
    await first.append('theirs', litware.id)
    await second.append('ours')
    await second.trx.commit().execute()
    expect(await read(cursor)).toMatchObject({ ids: ['ours'] })
    await first.trx.rollback().execute()
  })
})
