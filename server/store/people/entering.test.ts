import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contoso, litware, noon, openWithCast } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import type { Entered, Entering } from './entering.ts'

const now = noon.toISOString()
const person = (changes: Partial<Entering> = {}): Entering => ({
  organization: contoso, subject: 'oid', newId: crypto.randomUUID(), displayName: 'Nara Kim', email: 'nara@contoso.example',
  directory: [], claims: ['AdminAgent'], locale: undefined, usualLocale: 'ko', ...changes,
})

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    let told: Entered[]
    beforeEach(async () => {
      told = []
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())
    const tell = (entered: Entered) => {
      told.push(entered)
      return { audit: [], changes: [] }
    }
    const enter = (changes: Partial<Entering> = {}) => opened.store.people.enter(person(changes), now, tell)
    const usersNamed = (name: string) => opened.db.selectFrom('users').selectAll().where('display_name', '=', name).execute()

    it('is one person however often they enter at once, as they are known last', async () => {
      const ids = (await Promise.all(Array.from({ length: 8 }, () => enter()))).map(({ userId }) => userId)
      expect(new Set(ids).size).toBe(1)
      expect(await usersNamed('Nara Kim')).toMatchObject([{ id: ids[0], roles: ['admin_agent'], locale: 'ko' }])
      const again = await enter({ displayName: 'Nara Lee', claims: ['SalesAgent'], locale: 'de' })
      expect(again).toEqual({ userId: ids[0], roles: ['sales_agent'], rolesBefore: ['admin_agent'], isRemoved: false })
      expect(await usersNamed('Nara Lee')).toMatchObject([{ id: ids[0], roles: ['sales_agent'], locale: 'de', claims: ['SalesAgent'] }])
      expect(await usersNamed('Nara Kim')).toEqual([])
      expect(told.at(-1)).toEqual(again)
    })

    it('has the organisation’s default language where the provider says none', async () => {
      const profile = { organization_id: contoso.id, contact: null, time_zone: 'Asia/Seoul', language: 'de' as const, version: 1 }
      await opened.db.insertInto('organization_profiles').values(profile).execute()
      const { userId } = await enter()
      expect(await usersNamed('Nara Kim')).toMatchObject([{ id: userId, locale: 'de' }])
    })

    it('tells the same subject of two organisations apart', async () => {
      expect((await enter({ organization: litware })).userId).not.toBe((await enter()).userId)
    })

    it('keeps of the claims those alone that give a role', async () => {
      await enter({ claims: ['Reader', 'salesagents', '7f3c1d2e-0000-4000-8000-00000000abcd'] })
      expect(await usersNamed('Nara Kim')).toMatchObject([{ claims: ['SalesAgents'], roles: ['sales_agent'] }])
    })

    it('is known without a role, and may enter with the first that a Global admin gives', async () => {
      const { userId, roles } = await enter({ claims: [] })
      expect(roles).toEqual([])
      await opened.db.updateTable('users').set({ roles_by_hand: '["helpdesk_agent"]' }).where('id', '=', userId).execute()
      expect((await enter({ claims: [] })).roles).toEqual(['helpdesk_agent'])
    })

    it('says what a further reading changed, of its own organisation’s people alone', async () => {
      const { userId } = await enter()
      const read = (organization: typeof contoso, claims: string[]) =>
        opened.store.people.readAgain(organization, userId, { directory: [], claims }, now, tell)
      expect(await read(contoso, ['AdminAgent'])).toMatchObject({ roles: ['admin_agent'], rolesBefore: ['admin_agent'] })
      expect(await read(contoso, ['HelpdeskAgent'])).toMatchObject({ roles: ['helpdesk_agent'], rolesBefore: ['admin_agent'] })
      expect(await read(litware, ['AdminAgent'])).toBeUndefined()
      expect(await usersNamed('Nara Kim')).toMatchObject([{ roles: ['helpdesk_agent'] }])
    })
  })
