import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sortKeyOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import { InvalidCursor } from '../errors.ts'
import { contoso, litware, noon, openWithCast, proseware, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

/** Further resellers of Contoso, with their partnerships' states. */
async function addResellers(db: Kysely<Database>, names: readonly string[], state: 'active' | 'removed') {
  for (const name of names) {
    const [id, partnership] = [crypto.randomUUID(), crypto.randomUUID()]
    await db
      .insertInto('organizations')
      .values({
        id,
        tenant_id: crypto.randomUUID(),
        display_name: name,
        domain: 'reseller.example',
        kind: 'indirect_reseller',
        cloud: 'global',
        country: 'KR',
        mpn_id: null,
      })
      .execute()
    await db
      .insertInto('partnerships')
      .values({
        partner_id: contoso.id,
        id: partnership,
        reseller_id: id,
        reseller_name_key: sortKeyOf(name),
        state,
        rank: state === 'active' ? 0 : 1,
        created_at: noon.toISOString(),
        version: 1,
      })
      .execute()
  }
}

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    it('lists active ones first, each by name, page after page', async () => {
      await addResellers(opened.db, ['alpine Resell', 'ZEBRA Resell', 'Ångström Resell'], 'active')
      await addResellers(opened.db, ['Bellows Resell'], 'removed')
      const names: string[] = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await opened.store.partnerships.list(scopeFor('provider.admin'), { limit: 2, cursor })
        expect(page.total).toEqual({ count: 5, capped: false })
        names.push(...page.items.map((item) => item.reseller.displayName))
        cursor = page.nextCursor
      }
      expect(names).toEqual(['alpine Resell', 'Ångström Resell', 'Litware Resell', 'ZEBRA Resell', 'Bellows Resell'])
    })

    it('shows both sides the same partnership', async () => {
      const [asProvider, asReseller] = await Promise.all(
        (['provider.admin', 'reseller.admin'] as const).map((persona) =>
          opened.store.partnerships.list(scopeFor(persona), { limit: 10 }),
        ),
      )
      expect(asProvider?.items).toEqual(asReseller?.items)
      expect(asProvider?.items[0]).toMatchObject({
        provider: { id: contoso.id, tenantId: contoso.tenantId },
        reseller: { id: litware.id },
        state: 'active',
        version: 1,
      })
    })

    it('finds the active one with another organisation, from either side, and only that', async () => {
      const find = (persona: Parameters<typeof scopeFor>[0], other: string) =>
        opened.store.partnerships.findActiveWith(scopeFor(persona), other)
      expect((await find('provider.admin', litware.id))?.reseller.id).toBe(litware.id)
      expect((await find('reseller.admin', contoso.id))?.provider.id).toBe(contoso.id)
      expect(await find('provider.admin', proseware.id)).toBeUndefined()
      expect(await find('direct.admin', litware.id)).toBeUndefined()
      await opened.db.updateTable('partnerships').set({ state: 'removed', rank: 1 }).where('partner_id', '=', contoso.id).execute()
      expect(await find('provider.admin', litware.id)).toBeUndefined()
      expect(await find('reseller.admin', contoso.id)).toBeUndefined()
    })

    it('does not take the cursor of another organisation', async () => {
      await addResellers(opened.db, ['Another'], 'active')
      const { nextCursor } = await opened.store.partnerships.list(scopeFor('provider.admin'), { limit: 1 })
      const foreign = opened.store.partnerships.list(scopeFor('direct.admin'), { limit: 1, cursor: nextCursor ?? '' })
      await expect(foreign).rejects.toThrow(InvalidCursor)
      expect((await opened.store.partnerships.list(scopeFor('direct.admin'), { limit: 1 })).items).toEqual([])
    })
  })
