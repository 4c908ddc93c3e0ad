import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deed, doer, furnish, unchangeable, type Verb, verbs } from '../testing/deeds.ts'
import { openWorld, type World } from '../testing/world.ts'

const runs = 20
const longest = 30

/** Every verb succeeds at least once. */
const life: Deed[] = (
  [
    ['invite', 0, 1],
    ['send', 0, 0],
    ['open', 0, 1],
    ['hand over', 0, 1],
    ['ask back', 0, 1],
    ['accept', 0, 1],
    ['invite through', 0, 0],
    ['forward', 0, 1],
    ['invite anybody', 0, 0],
    ['reissue', 0, 2],
    ['accept', 0, 2],
    ['withdraw', 0, 2],
    ['ask', 0, 0],
    ['grant', 0, 1],
    ['take', 0, 0],
    ['attest', 0, 0],
    ['decline', 0, 7],
    ['import', 0, 0],
    ['leave', 0, 0],
    ['extend', 1, 0],
    ['request partnership', 0, 0],
    ['authorize partnership', 0, 0],
    ['end partnership', 0, 0],
    ['invite', 2, 1],
    ['take', 2, 1],
    ['grant', 2, 1],
  ] as const
).map(([verb, market, pick]) => ({ verb, market, pick }))

const aDeed = fc.record({ verb: fc.constantFrom(...verbs), market: fc.nat(2), pick: fc.nat(11) })

describe('whatever partners and customers do', () => {
  async function inWorld<Result>(work: (world: World) => Promise<Result>): Promise<Result> {
    const world = await openWorld()
    try {
      await furnish(world)
      return await work(world)
    } finally {
      await world.close()
    }
  }

  /** Does the deeds, checks after each, and returns those that succeeded. */
  async function live(world: World, deeds: readonly Deed[]): Promise<Set<Verb>> {
    const act = doer(world)
    const done = new Set<Verb>()
    const before = await unchangeable(world)
    for (const deed of deeds) {
      const answer = await act(deed)
      if (answer?.ok) done.add(deed.verb)
      expect([deed, answer === undefined || answer.status < 500]).toEqual([deed, true])
      const now = await unchangeable(world)
      expect([deed, now.subscriptions]).toEqual([deed, before.subscriptions])
      expect([deed, now.accounts]).toEqual([deed, before.accounts])
      // A relationship that remains keeps its owner.
      const gone = before.owners.filter((line) => !now.owners.some((each) => each.partner_id === line.partner_id && each.id === line.id))
      const stillThere = await world.db.selectFrom('customers').select(['partner_id', 'id']).execute()
      expect([deed, gone.filter((line) => stillThere.some((each) => each.partner_id === line.partner_id && each.id === line.id))]).toEqual([
        deed,
        [],
      ])
    }
    expect(world.failures).toEqual([])
    return done
  }

  it('BR-17, BR-18, BR-19, BR-20: in a life in which everything is done once, nothing that was bought moves or changes', async () => {
    const done = await inWorld((world) => live(world, life))
    expect(verbs.filter((verb) => !done.has(verb))).toEqual([])
  })

  it('BR-17, BR-18, BR-19, BR-20: nor in any other', async () => {
    const property = fc.asyncProperty(fc.array(aDeed, { minLength: 5, maxLength: longest }), async (deeds) => {
      await inWorld((world) => live(world, deeds))
    })
    await expect(fc.assert(property, { numRuns: runs, endOnFailure: true })).resolves.toBeUndefined()
  }, 240_000)

  it.each(['subscriptions', 'organizations', 'customers'] as const)('would be noticed if it did: %s', async (table) => {
    await inWorld(async (world) => {
      const before = await unchangeable(world)
      const [line] = await world.db.selectFrom('organizations').select('id').where('kind', '=', 'indirect_reseller').execute()
      if (table === 'subscriptions') await world.db.updateTable(table).set({ version: 2 }).execute()
      if (table === 'organizations') await world.db.updateTable(table).set({ display_name: 'Taken over' }).execute()
      if (table === 'customers')
        await world.db
          .updateTable(table)
          .set({ owner_id: line?.id ?? '' })
          .execute()
      expect(await unchangeable(world)).not.toEqual(before)
    })
  })
})
