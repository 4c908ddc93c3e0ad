import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PartnerRole } from '../../../domain/session/roles.ts'
import { newToken } from '../../../domain/tokens/token.ts'
import { demoPeople, type DemoPersona } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { aSession, noon, openWithCast, proseware, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const now = noon.toISOString()
const scope = scopeFor('reseller2.globaladmin')
const boss = demoPeople['reseller2.globaladmin'].user
const agent = demoPeople['reseller2.admin'].user
const write = () => ({ at: now, audit: [], changes: [] })

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())
    const found = async (id: string) => {
      const person = await opened.store.people.find(scope, id, now)
      if (!person) throw new Error('There is no such person')
      return person
    }
    const rolesOfUser = async (id: string) =>
      (await opened.db.selectFrom('users').select('roles').where('id', '=', id).executeTakeFirstOrThrow()).roles
    const give = async (id: string, byHand: PartnerRole[]) => {
      const person = await found(id)
      return opened.store.people.giveRoles(scope, { ...person, held: { ...person.held, byHand } }, 'Boss', write())
    }
    const remove = async (id: string) => opened.store.people.remove(scope, await found(id), 'Boss', write())
    /** Gives the person a session and a personal access token. */
    const letIn = async (persona: DemoPersona) => {
      const { user, organization } = demoPeople[persona]
      const person = { organizationId: organization.id, userId: user.id }
      await opened.store.sessions.create(aSession({ id: crypto.randomUUID(), tokenHash: `session of ${user.id}`, person }))
      const token = newToken({ name: 'Own', kind: 'personal', scopes: ['read'], expiresInDays: 30 }, {
        id: uuidV7(noon), actor: demoPeople[persona], token: 'tess_pat', now: noon,
      })
      await opened.store.tokens.create(scopeFor(persona), token, `token of ${user.id}`, 0, writeOf([organization.id]))
    }
    const access = async ({ id }: { id: string }) => [
      (await opened.store.sessions.find(`session of ${id}`, now)) !== undefined,
      (await opened.store.tokens.bearer(`token of ${id}`, now)) !== undefined,
    ]
    const makeBoss = (id: string) =>
      opened.db.updateTable('users').set({ roles: '["global_admin"]', roles_of_directory: '["global_admin"]' }).where('id', '=', id)
        .execute()

    it('lists an organisation’s own people by name, by pages, and finds them by name and address', async () => {
      await letIn('reseller2.admin')
      const list = (search?: string, cursor?: string) =>
        opened.store.people.list(scope, { search }, { limit: 1, ...(cursor !== undefined && { cursor }) }, now)
      const first = await list()
      expect([first.items, first.total]).toMatchObject([
        [{ displayName: 'Eunji Nam', held: { directory: [], claims: ['AdminAgent'], byHand: [] }, sessions: 1, tokens: 1, version: 0 }],
        { count: 2, capped: false },
      ])
      const rest = await list(undefined, first.nextCursor ?? '')
      expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[boss.id], null])
      expect((await list('KYUNGMIN.')).items.map(({ id }) => id)).toEqual([boss.id])
      expect((await list('%')).items).toEqual([])
      expect(await opened.store.people.find(scopeFor('reseller.admin'), boss.id, now)).toBeUndefined()
    })

    it('has roles by hand beside the others at once, and changes the session’s token with them', async () => {
      await letIn('reseller2.admin')
      expect(await give(agent.id, ['sales_agent'])).toMatchObject({ version: 1 })
      expect(await rolesOfUser(agent.id)).toEqual(['admin_agent', 'sales_agent'])
      expect(await opened.store.sessions.find(`session of ${agent.id}`, now)).toMatchObject({ isRotationDue: true })
      await give(agent.id, [])
      expect(await rolesOfUser(agent.id)).toEqual(['admin_agent'])
    })

    it('is written once: of two at the same time one is stale', async () => {
      const person = await found(agent.id)
      const byHand = (role: PartnerRole) =>
        opened.store.people.giveRoles(scope, { ...person, held: { ...person.held, byHand: [role] } }, 'Boss', write())
      const done = await Promise.allSettled([byHand('sales_agent'), byHand('helpdesk_agent')])
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    it('has of the directory what was read last, also when it was read between a decision and its write', async () => {
      const person = await found(boss.id)
      const nothing = { directory: [], claims: ['SalesAgent'] }
      const at = { id: proseware.id, kind: 'indirect_reseller', displayName: 'Proseware' } as const
      await opened.store.people.readAgain(at, boss.id, nothing, now, () => ({ audit: [], changes: [] }))
      await opened.store.people.giveRoles(scope, { ...person, held: { ...person.held, byHand: ['helpdesk_agent'] } }, 'Boss', write())
      const { roles } = await opened.db.selectFrom('users').select('roles').where('id', '=', boss.id).executeTakeFirstOrThrow()
      expect(roles).toEqual(['sales_agent', 'helpdesk_agent'])
    })

    it('loses sessions and personal tokens at once with its removal, and may enter again only when it is restored', async () => {
      await letIn('reseller2.admin')
      await letIn('reseller2.globaladmin')
      expect(await access(agent)).toEqual([true, true])
      await remove(agent.id)
      expect([await access(agent), await access(boss)]).toEqual([[false, false], [true, true]])
      expect(await found(agent.id)).toMatchObject({ removedBy: 'Boss', sessions: 0, tokens: 0 })
      // A session that a sign-in opened while the removal was on its way.
      await opened.store.sessions.create(aSession({ tokenHash: 'late', person: { organizationId: proseware.id, userId: agent.id } }))
      expect(await opened.store.sessions.find('late', now)).toBeUndefined()
      expect(await opened.store.users.findPersona('reseller2.admin')).toMatchObject({ isRemoved: true })
      await opened.store.people.restore(scope, await found(agent.id), write())
      expect(await opened.store.users.findPersona('reseller2.admin')).toMatchObject({ isRemoved: false })
      expect(await access(agent)).toEqual([false, false])
    })

    it('does not remove the last Global admin, also when two remove each other at once', async () => {
      await expect(remove(boss.id)).rejects.toThrow(StaleWrite)
      await makeBoss(agent.id)
      expect(await opened.store.people.countOtherGlobalAdmins(scope, boss.id)).toBe(1)
      const done = await Promise.allSettled([remove(boss.id), remove(agent.id)])
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    it('is signed out everywhere, and keeps its tokens', async () => {
      await letIn('reseller2.admin')
      await opened.store.people.signOut(scope, await found(agent.id), write())
      expect(await access(agent)).toEqual([false, true])
    })

    it('loses at once what a mapping gives no more, and with it the access', async () => {
      const { roleMapping } = opened.store
      await letIn('reseller2.admin')
      const usual = await roleMapping.own(scope)
      expect(usual).toMatchObject({ version: 0 })
      const rows = [{ claim: 'AdminAgent', role: 'sales_agent' as const }]
      expect(await roleMapping.save(scope, { rows, version: 0 }, 'Boss', write())).toEqual({ rows, version: 1 })
      expect([await rolesOfUser(agent.id), await access(agent)]).toEqual([['sales_agent'], [true, true]])
      await expect(roleMapping.save(scope, usual, 'Boss', write())).rejects.toThrow(StaleWrite)
      await roleMapping.save(scope, { rows: [], version: 1 }, 'Boss', write())
      expect([await rolesOfUser(agent.id), await access(agent)]).toEqual([[], [false, false]])
      expect(await rolesOfUser(boss.id)).toEqual(['global_admin'])
      expect(await roleMapping.own(scopeFor('reseller.admin'))).toMatchObject({ version: 0 })
    })
  })
