import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adatum, contoso, litware, openWithCast } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { inTransaction, LostRace } from './transaction.ts'

describe('a transaction, on PostgreSQL', () => {
  const engine = engines.find(({ name }) => name === 'PostgreSQL')
  let opened: OpenedStore
  beforeEach(async () => {
    if (!engine) throw new Error('There is no PostgreSQL among the engines')
    opened = await openWithCast(engine)
  })
  afterEach(() => opened.close())

  const rename = (id: string) => opened.db.updateTable('organizations').where('id', '=', id)
  const nameOf = async (id: string) =>
    (await opened.db.selectFrom('organizations').select('display_name').where('id', '=', id).executeTakeFirstOrThrow()).display_name

  it('runs again when two of them have locked each other out, until both are done', async () => {
    const waiting: (() => void)[] = []
    const bothHaveOne = new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
    let holding = 0
    let runs = 0
    const crossing = (first: string, second: string, mark: string) =>
      inTransaction(opened.db, async (trx) => {
        runs += 1
        await trx
          .updateTable('organizations')
          .set((eb) => ({ display_name: eb('display_name', '||', mark) }))
          .where('id', '=', first)
          .execute()
        holding += 1
        if (holding === 2) waiting[0]?.()
        await bothHaveOne
        await trx
          .updateTable('organizations')
          .set((eb) => ({ display_name: eb('display_name', '||', mark) }))
          .where('id', '=', second)
          .execute()
      })
    await Promise.all([crossing(contoso.id, litware.id, ' one'), crossing(litware.id, contoso.id, ' two')])
    expect(runs).toBeGreaterThan(2)
    for (const organization of [contoso, litware]) {
      const name = await nameOf(organization.id)
      expect(name).toHaveLength(`${organization.displayName} one two`.length)
      expect(name).toContain(' one')
      expect(name).toContain(' two')
    }
  })

  it('runs again when it could not be serialised', async () => {
    let runs = 0
    await inTransaction(opened.db, async (trx) => {
      runs += 1
      await trx.executeQuery(CompiledQuery.raw('set transaction isolation level repeatable read'))
      await trx.selectFrom('organizations').select('id').where('id', '=', adatum.id).execute()
      if (runs === 1) await rename(adatum.id).set({ display_name: 'changed meanwhile' }).execute()
      await trx
        .updateTable('organizations')
        .set((eb) => ({ display_name: eb('display_name', '||', ' and after') }))
        .where('id', '=', adatum.id)
        .execute()
    })
    expect(runs).toBe(2)
    expect(await nameOf(adatum.id)).toBe('changed meanwhile and after')
  })

  it('gives up after six times, and at once on an error that will not pass; nothing is left of it', async () => {
    const failing = async (error: Error) => {
      let runs = 0
      const attempt = inTransaction(opened.db, async (trx) => {
        runs += 1
        await trx.updateTable('organizations').set({ display_name: 'never' }).where('id', '=', adatum.id).execute()
        throw error
      })
      await expect(attempt).rejects.toBe(error)
      return runs
    }
    expect(await failing(new LostRace('always'))).toBe(6)
    expect(await failing(new Error('a mistake'))).toBe(1)
    expect(await nameOf(adatum.id)).toBe(adatum.displayName)
  })
})
