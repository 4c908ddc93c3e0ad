import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from '../../../domain/page.ts'
import type { Person as Known, RoleMapping } from '../../../domain/people/schemas.ts'
import { codeOf } from '../testing/codes.ts'
import { giveColleague } from '../testing/colleagues.ts'
import { organizationId, type Person } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const boss = 'reseller2.globaladmin'

describe('people', () => {
  let world: World
  let as: Call
  beforeEach(async () => {
    world = await openWorld()
    as = await world.as(boss)
  })
  afterEach(() => world.close())

  const list = async (call = as, search = '') =>
    ((await (await call(`/people?search=${search}`)).json()) as Page<Known>).items
  const known = async (name: string) => {
    const person = (await list()).find(({ displayName }) => displayName === name)
    if (!person) throw new Error(`Nobody is called ${name}`)
    return person
  }
  const give = ({ id, etag }: Pick<Known, 'id' | 'etag'>, roles: unknown, call = as) =>
    call(`/people/${id}`, { method: 'PATCH', json: { roles }, headers: { 'If-Match': etag } })
  const remove = ({ id, etag }: Pick<Known, 'id' | 'etag'>, call = as) =>
    call(`/people/${id}`, { method: 'DELETE', headers: { 'If-Match': etag } })
  const actions = async () =>
    (await world.db.selectFrom('audit_events').select(['action', 'performed_by', 'details', 'changed'])
      .where('organization_id', '=', organizationId('proseware')).orderBy('at').execute())

  it('says who may enter, as what, and by what', async () => {
    const id = await giveColleague(world.db, 'proseware', 'Aster')
    await give(await known('Aster'), ['sales_agent'])
    expect(await known('Aster')).toMatchObject({
      id, roles: [{ role: 'sales_agent', from: ['hand'] }, { role: 'helpdesk_agent', from: ['mapping'] }], sessions: 0, removedAt: null,
    })
    expect((await list(await world.as('reseller2.admin'), 'aster')).map((each) => each.id)).toEqual([id])
  })

  it.each<[Person, string, string]>([
    ['reseller2.admin', '200', '403 people.needs_global_admin'],
    ['provider.sales', '403 people.needs_admin_agent', '404 people.not_found'],
    ['customer.user', '403 people.needs_global_admin', '404 people.not_found'],
    ['customer.globaladmin', '200', '404 people.not_found'],
  ])('%s: list %s, another’s roles %s', async (person, listed, given) => {
    const call = await world.as(person)
    const colleague = { id: await giveColleague(world.db, 'proseware', 'Aster'), etag: '*' }
    expect(await codeOf(await call('/people'))).toBe(listed)
    expect(await codeOf(await give(colleague, [], call))).toBe(given)
    expect(await codeOf(await remove(colleague, call))).toBe(given)
    expect(await codeOf(await call(`/people/${colleague.id}/sessions`, { method: 'DELETE' }))).toBe(given)
    expect(await codeOf(await call(`/people/${colleague.id}/restore`, { method: 'POST' }))).toBe(given)
  })

  it('gives roles by hand at once, as one who decided on what is there, and writes down who did', async () => {
    const id = await giveColleague(world.db, 'proseware', 'Aster')
    const seen = await known('Aster')
    expect(await codeOf(await give({ id, etag: '"7"' }, ['admin_agent']))).toBe('412 request.stale')
    expect(await codeOf(await as(`/people/${id}`, { method: 'PATCH', json: { roles: [] } }))).toBe('428 request.version_required')
    for (const wrong of [['global_admin'], ['admin_agent', 'admin_agent', 'admin_agent', 'admin_agent'], 'admin_agent', [7]])
      expect((await give(seen, wrong)).status).toBe(422)
    expect((await give(seen, ['admin_agent'])).status).toBe(200)
    expect(await codeOf(await give(seen, []))).toBe('412 request.stale')
    expect((await actions()).at(-1)).toMatchObject({
      action: 'person.roles_changed', details: { person: 'Aster' },
      changed: { roles: { before: 'helpdesk_agent', after: 'admin_agent, helpdesk_agent' } },
    })
  })

  it('leaves the roles of a customer’s people to its directory (BR-33)', async () => {
    const customer = await world.as('customer.globaladmin')
    const [, other] = await list(customer)
    expect(await codeOf(await give(other ?? { id: '', etag: '' }, [], customer))).toBe('409 people.roles_of_directory')
    expect(await codeOf(await customer('/role-mapping'))).toBe('409 people.roles_of_directory')
  })

  it('removes a person once, with sessions, and lets nobody sign in as them until they are restored', async () => {
    const agent = await world.as('reseller2.admin')
    const [seen] = (await list()).filter(({ roles }) => roles.some(({ role }) => role === 'admin_agent'))
    if (!seen) throw new Error('There is an Admin agent')
    expect(seen.sessions).toBe(1)
    expect((await remove(seen)).status).toBe(204)
    expect((await agent('/session')).status).toBe(401)
    expect((await remove(seen)).status).toBe(204)
    expect(await codeOf(await world.guest('/session', { json: { persona: 'reseller2.admin' } }))).toBe('403 sign_in.removed')
    const restored = await as(`/people/${seen.id}/restore`, { method: 'POST' })
    expect(await restored.json()).toMatchObject({ removedAt: null, removedBy: null })
    expect((await as(`/people/${seen.id}/restore`, { method: 'POST' })).status).toBe(200)
    expect((await world.guest('/session', { json: { persona: 'reseller2.admin' } })).status).toBe(201)
    expect((await actions()).map(({ action }) => action).filter((each) => each.startsWith('person.re')))
      .toEqual(['person.removed', 'person.restored'])
  })

  it('keeps the last Global admin, who cannot remove itself', async () => {
    const [own] = (await list()).filter(({ roles }) => roles.some(({ role }) => role === 'global_admin'))
    expect(await codeOf(await remove(own ?? { id: '', etag: '' }))).toBe('409 people.last_global_admin')
    await world.db.updateTable('users').set({ roles_of_directory: '["global_admin"]', roles: '["global_admin","admin_agent"]' })
      .where('organization_id', '=', organizationId('proseware')).where('id', '<>', own?.id ?? '').execute()
    expect((await remove(own ?? { id: '', etag: '' })).status).toBe(204)
    expect((await as('/session')).status).toBe(401)
  })

  it('signs somebody out everywhere', async () => {
    const agent = await world.as('reseller2.admin')
    const [seen] = (await list()).filter(({ roles }) => roles.some(({ role }) => role === 'admin_agent'))
    expect((await as(`/people/${seen?.id}/sessions`, { method: 'DELETE' })).status).toBe(204)
    expect((await agent('/session')).status).toBe(401)
  })

  it('maps app roles and groups to roles, each once, as one who decided on what is there', async () => {
    const agent = await world.as('reseller2.admin')
    const usual = (await (await as('/role-mapping')).json()) as RoleMapping
    expect([usual.isUsual, usual.rows.length]).toEqual([true, 6])
    const save = (rows: unknown, etag = usual.etag, call = as) =>
      call('/role-mapping', { method: 'PUT', json: { rows }, headers: { 'If-Match': etag } })
    const group = { claim: '7f3c1d2e-0000-4000-8000-00000000abcd', role: 'admin_agent' }
    expect(await codeOf(await save([group], usual.etag, agent))).toBe('403 people.needs_global_admin')
    for (const wrong of [[{ ...group, role: 'global_admin' }], [{ ...group, claim: '' }], Array.from({ length: 51 }, () => group)])
      expect((await save(wrong)).status).toBe(422)
    const saved = (await (await save([group, { ...group, claim: group.claim.toUpperCase() }])).json()) as RoleMapping
    expect(saved).toMatchObject({ rows: [group], isUsual: false })
    expect((await agent('/session')).status).toBe(401)
    expect(await codeOf(await save([], usual.etag))).toBe('412 request.stale')
  })

  it('tells what is kept about a person, to the person and to Global admins', async () => {
    const agent = await world.as('reseller2.admin')
    const [own] = (await list()).filter(({ roles }) => roles.some(({ role }) => role === 'admin_agent'))
    const identity = { organization_id: organizationId('proseware'), subject: 'oid', user_id: own?.id ?? '' }
    const once = '2026-03-01T00:00:00Z'
    await world.db.insertInto('known_people').values({ ...identity, since: once, last_sign_in_at: once }).execute()
    const asBoss = await as(`/people/${own?.id}/data`)
    const text = await (await agent(`/people/${own?.id}/data`)).text()
    const lines = text.trim().split('\n').map((line) => JSON.parse(line) as { kind: string })
    expect([asBoss.status, lines.map(({ kind }) => kind)]).toEqual([200, ['person', 'identity', 'session']])
    const id = await giveColleague(world.db, 'proseware', 'Aster')
    expect(await codeOf(await agent(`/people/${id}/data`))).toBe('403 people.needs_global_admin')
  })

  it('erases a removed person, and nobody else', async () => {
    const id = await giveColleague(world.db, 'proseware', 'Aster')
    const erase = (call = as) => call(`/people/${id}/erase`, { method: 'POST' })
    expect(await codeOf(await erase())).toBe('409 people.not_removed')
    await remove(await known('Aster'))
    expect(await codeOf(await erase(await world.as('reseller2.admin')))).toBe('403 people.needs_global_admin')
    expect((await erase()).status).toBe(204)
    expect(await codeOf(await erase())).toBe('404 people.not_found')
    expect((await list()).some((person) => person.id === id)).toBe(false)
    expect(JSON.stringify(await actions())).not.toContain('Aster')
  })

  it('does nothing twice under one key', async () => {
    const id = await giveColleague(world.db, 'proseware', 'Aster')
    const headers = { 'Idempotency-Key': 'once', 'If-Match': (await known('Aster')).etag }
    const call = () => as(`/people/${id}`, { method: 'PATCH', json: { roles: ['sales_agent'] }, headers })
    expect(await (await call()).text()).toBe(await (await call()).text())
    expect((await actions()).filter(({ action }) => action === 'person.roles_changed')).toHaveLength(1)
  })
})
