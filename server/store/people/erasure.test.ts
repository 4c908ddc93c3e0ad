import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '../audit/verify.ts'
import { demoPeople } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { aSession, later, noon, proseware, openWithCast, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { auditRow } from '../sql/writing.ts'

const now = noon.toISOString()
const scope = scopeFor('reseller2.globaladmin')
const agent = demoPeople['reseller2.admin'].user
const write = { at: now, audit: [], changes: [] }
const entry: Parameters<typeof auditRow>[0] = {
  organizationId: proseware.id, at: now, action: 'tested', noun: 'tests', nounId: 'x', by: '', organizationName: proseware.displayName,
  details: {},
}

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
      await opened.store.sessions.create(aSession({ person: { organizationId: proseware.id, userId: agent.id } }))
      await opened.db.insertInto('known_people').values({
        organization_id: proseware.id, subject: 'oid', user_id: agent.id, since: now, last_sign_in_at: now,
      }).execute()
      await opened.db.insertInto('audit_events').values([
        auditRow({ ...entry, action: 'done', by: agent.displayName, byId: agent.id }),
        auditRow({ ...entry, action: 'done before', by: `${agent.displayName} · Nightly` }),
        auditRow({ ...entry, action: 'told', noun: 'people', nounId: agent.id, by: 'Boss', details: { person: agent.displayName } }),
        auditRow({ ...entry, action: 'another', by: 'Boss' }),
        auditRow({ ...entry, action: 'of a namesake elsewhere', by: agent.displayName, organizationName: 'Contoso' }),
      ]).execute()
      await opened.store.notices.save(scope, agent.id, { choices: { answers: 'at_once' }, version: 0 }, write)
      await opened.store.audit.chain(later(1).toISOString())
    })
    afterEach(() => opened.close())
    const found = async () => {
      const person = await opened.store.people.find(scope, agent.id, now)
      if (!person) throw new Error('There is no such person')
      return person
    }
    const erase = async () => opened.store.people.erase(scope, await found(), write)
    const log = async () =>
      (await opened.db.selectFrom('audit_events').select(['action', 'performed_by', 'details']).where('organization_id', '=', proseware.id)
        .orderBy('action').execute())

    it('tells all that is kept about a person, and nothing of others', async () => {
      const kept: { kind: string }[] = []
      for await (const batch of opened.store.people.traces(scope, await found())) kept.push(...batch)
      expect(kept.map((trace) => ('action' in trace ? String(trace.action) : trace.kind)).toSorted())
        .toEqual(['done', 'done before', 'identity', 'notices', 'session', 'told'])
    })

    it('forgets a removed person alone, and the chain of the log holds', async () => {
      await expect(erase()).rejects.toThrow(StaleWrite)
      await opened.store.people.remove(scope, await found(), 'Boss', write)
      await erase()
      expect(await opened.store.people.find(scope, agent.id, now)).toBeUndefined()
      expect(await log()).toEqual([
        { action: 'another', performed_by: 'Boss', details: {} },
        { action: 'done', performed_by: '', details: {} },
        { action: 'done before', performed_by: '', details: {} },
        { action: 'of a namesake elsewhere', performed_by: agent.displayName, details: {} },
        { action: 'told', performed_by: 'Boss', details: {} },
      ])
      for (const table of ['known_people', 'sessions', 'user_directory'] as const)
        expect(await opened.db.selectFrom(table).selectAll().where('user_id', '=', agent.id).execute()).toEqual([])
      await opened.store.audit.chain(later(2).toISOString())
      expect(await verifyChain(opened.db, proseware.id)).toMatchObject({ verified: 5, unchained: 0 })
      expect((await verifyChain(opened.db, proseware.id)).broken).toBeUndefined()
    })

    it('forgets the name beside webhooks, tokens and people, unless a colleague has the same', async () => {
      const at = later(0).toISOString()
      const by = { organization_id: proseware.id, created_at: at, created_by: agent.displayName, last_four: 'abcd', version: 1 }
      const names = async () => [
        (await opened.db.selectFrom('webhooks').select('created_by').executeTakeFirst())?.created_by,
        ...Object.values((await opened.db.selectFrom('access_tokens').select(['created_by', 'revoked_by']).executeTakeFirst()) ?? {}),
      ]
      await opened.db.insertInto('webhooks').values({ ...by, id: crypto.randomUUID(), url: 'https://a.example', events: '[]' }).execute()
      await opened.db.insertInto('access_tokens').values({
        ...by, id: crypto.randomUUID(), owner_id: proseware.id, kind: 'service', name: 'Nightly', scopes: '[]', token_hash: 'hash',
        expires_at: at, ends_at: at, revoked_at: at, revoked_by: agent.displayName,
      }).execute()
      await opened.store.people.remove(scope, await found(), 'Boss', write)
      expect(await names()).toEqual([agent.displayName, agent.displayName, agent.displayName])
      await erase()
      expect(await names()).toEqual(['', '', ''])
    })

    it('leaves what a colleague of the same name did before rows knew the person', async () => {
      const namesake = demoPeople['reseller2.globaladmin'].user.id
      await opened.db.updateTable('users').set({ display_name: agent.displayName }).where('id', '=', namesake).execute()
      await opened.store.people.remove(scope, await found(), 'Boss', write)
      await erase()
      const names = (await log()).map((row) => row.performed_by)
      expect(names).toEqual(['Boss', '', `${agent.displayName} · Nightly`, agent.displayName, 'Boss'])
    })
  })
