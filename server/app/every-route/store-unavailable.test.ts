import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../store/errors.ts'
import { engines } from '../../store/testing/test-engines.ts'
import { type Call, draft, openWorld, type World } from '../testing/world.ts'

for (const engine of engines)
  describe(engine.name, () => {
    let world: World
    let sales: Call
    beforeAll(async () => {
      world = await openWorld({}, engine)
      sales = await world.as('provider.sales')
    })
    afterAll(() => world.close())

    const make = (key: string) => sales('/invitations', { json: draft(), headers: { 'Idempotency-Key': key } })
    const inDatabase = (...statements: string[]) => statements.reduce(
      (before, statement) => before.then(async () => void (await sql.raw(statement).execute(world.db))), Promise.resolve())

    const away = ['store.unavailable', '2']
    it.each<[string, string, string[]?]>([
      ['full', '53100', ['server.disk_full', '60']],
      ['read only', '25006'],
      ['short of memory', '53200'],
      ['shutting down', '57P01'],
      ['out of time', '57014'],
      ['out of reach of its disk', '58030'],
    ])('a database that is %s is 503 with the time to wait, and the write is done once', async (_what, state, [code, wait] = away) => {
      const key = `key ${state}`
      await inDatabase(
        `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '${state}'; end $$`,
        'create trigger refuse before insert on invitations execute function refuse()',
      )
      const refused = await make(key)
      await inDatabase('drop trigger refuse on invitations', 'drop function refuse')
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, wait])
      expect(await refused.json()).toMatchObject({ code })
      expect(world.failures.splice(0)).toEqual([expect.any(StoreUnavailable)])

      const [first, again] = [await make(key), await make(key)]
      expect([first.status, again.status]).toEqual([201, 201])
      expect(await again.json()).toMatchObject({ id: ((await first.json()) as { id: string }).id })
    })
  })

it('every route says that it may be without its store', async () => {
  const world = await openWorld()
  const { paths } = (await (await world.guest('/openapi.json')).json()) as { paths: Record<string, Record<string, { responses: object }>> }
  await world.close()
  const silent = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).filter(([, { responses }]) => !('503' in responses)).map(([method]) => `${method} ${path}`))
  expect(silent).toEqual([])
})
