import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directoryRoles, globalAdministrator, roleNamed } from '../../../domain/gdap/roles/catalogue.ts'
import { leastRoleByTask, templateIds } from '../../../domain/gdap/roles/templates.ts'
import type { RoleInWords, RoleTemplate, TemplateDrift } from '../../../domain/gdap/schemas.ts'
import type { Total } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { locales } from '../../../domain/session/locales.ts'
import { giveGdap } from '../testing/gdap.ts'
import type { Person } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'
import { say } from '../words/words.ts'

const reader = roleNamed('Directory Readers')
const support = roleNamed('Service Support Administrator')
const night = { name: 'Night shift', roles: [reader, support] }
const told = async (answer: Response) => (answer.ok ? `${answer.status}` : `${answer.status} ${((await answer.json()) as Problem).code}`)

describe('roles and templates', () => {
  let world: World
  let agent: Call
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
  })
  afterAll(() => world.close())

  const path = '/delegated-admin/templates'
  const make = async (template: object = night, call = agent, headers: Record<string, string> = {}) =>
    call(path, { json: template, headers })
  const list = async (call = agent) => (await (await call(path)).json()) as { items: RoleTemplate[]; recommended: string[] }
  const put = (id: string, template: object, headers: Record<string, string> = {}, call = agent) =>
    call(`${path}/${id}`, { json: template, method: 'PUT', headers })
  const drop = (id: string, headers: Record<string, string> = {}, call = agent) => call(`${path}/${id}`, { method: 'DELETE', headers })

  it.each(locales)('names every role in %s, in the alphabet’s order, with what it allows, and the least role by task', async (locale) => {
    const answer = await (await world.as('customer.user'))('/delegated-admin/roles', { headers: { 'Accept-Language': locale } })
    const { items, tasks } = (await answer.json()) as { items: RoleInWords[]; tasks: { task: string; roleId: string; words: string }[] }
    expect(items).toHaveLength(directoryRoles.length)
    expect(items.filter(({ allows }) => allows.includes('roles.'))).toEqual([])
    expect(new Set(items.map(({ allows }) => allows)).size).toBe(items.length)
    const name = say('roles.name.global_administrator', locale)
    expect(items.find(({ id }) => id === globalAdministrator)).toMatchObject({
      name, englishName: 'Global Administrator', isPrivileged: true,
    })
    const names = items.map((role) => role.name)
    expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare))
    expect(Object.fromEntries(tasks.map(({ task, roleId }) => [task, roleId]))).toEqual(leastRoleByTask)
    expect(tasks.some(({ words }) => words.includes('roles.'))).toBe(false)
  })

  it('BR-102a lists the built-in ones first, in the reader’s words, then its own; recommends by the kind of partner', async () => {
    const reseller = await world.as('reseller.admin')
    await make(night, reseller)
    const { items, recommended } = await list(reseller)
    expect(items.map(({ builtIn }) => builtIn)).toEqual([...templateIds, null])
    expect(items.at(-1)).toMatchObject({ ...night, removedRoles: [], warning: null, etag: '"1"' })
    expect(items.every(({ etag, builtIn }) => (etag === null) === (builtIn !== null))).toBe(true)
    expect(recommended.length).toBeGreaterThan((await list()).recommended.length)
  })

  it('is kept, changed and deleted by an Admin agent, each with its event', async () => {
    const answer = await make({ ...night, name: ' Kept ' })
    const made = (await answer.json()) as RoleTemplate
    expect(made).toMatchObject({ name: 'Kept', builtIn: null })
    const changed = await put(made.id, { name: 'Kept still', roles: [reader, globalAdministrator] }, { 'If-Match': made.etag ?? '' })
    const expected = { name: 'Kept still', warning: 'global_administrator', etag: '"2"' }
    expect([changed.status, await changed.json()]).toMatchObject([200, expected])
    expect([answer, changed].map(({ headers }) => headers.get('ETag'))).toEqual([made.etag, expected.etag])
    expect(await told(await put(made.id, night, { 'If-Match': made.etag ?? '' }))).toBe('412 request.stale')
    expect(await told(await drop(made.id, { 'If-Match': made.etag ?? '' }))).toBe('412 request.stale')
    expect(await told(await drop(made.id))).toBe('204')
    expect(await told(await drop(made.id))).toBe('404 gdap.template_not_found')
    const events = await world.db.selectFrom('audit_events').select('action').where('noun_id', '=', made.id)
      .where('refused', 'is', null).orderBy('at').execute()
    expect(events.map(({ action }) => action)).toEqual(['role_template.created', 'role_template.changed', 'role_template.deleted'])
  })

  it('BR-83 marks a role that the catalogue has no longer', async () => {
    const gone = '00000000-0000-4000-8000-000000000000'
    const { id } = (await (await make({ ...night, name: 'Old' })).json()) as RoleTemplate
    await world.db.updateTable('role_templates').set({ roles: JSON.stringify([reader, gone]) }).where('id', '=', id).execute()
    expect((await list()).items.find((each) => each.id === id)?.removedRoles).toEqual([gone])
    expect(await told(await drop(id))).toBe('204')
  })

  it.each<[string, Person, object, string]>([
    ['BR-77 a Sales agent makes one', 'provider.sales', night, '403 gdap.needs_admin_agent'],
    ['BR-77 a customer makes one', 'customer.globaladmin', night, '403 gdap.customer_cannot_request'],
    ['section L the cloud has none', 'direct-de.admin', night, '403 gdap.cloud_closed'],
    ['BR-83 it has no role', 'provider.admin', { ...night, roles: [] }, '422 gdap.needs_role'],
    ['BR-83 a role is a custom one', 'provider.admin', { ...night, roles: [crypto.randomUUID()] }, '422 gdap.unknown_role'],
    ['its name is blank', 'provider.admin', { ...night, name: '  ' }, '422 request.invalid'],
    ['its name has 51 characters', 'provider.admin', { ...night, name: 'x'.repeat(51) }, '422 request.invalid'],
  ])('is refused when %s', async (_what, person, template, expected) => {
    const before = (await list()).items.length
    expect(await told(await make(template, await world.as(person)))).toBe(expected)
    expect((await list()).items).toHaveLength(before)
  })

  it('BR-102a a name is there once, in whatever letters, also at once; another partner has its own', async () => {
    const both = await Promise.all([make({ ...night, name: 'Once' }), make({ ...night, name: 'ONCE' })])
    expect((await Promise.all(both.map(told))).toSorted()).toEqual(['201', '409 gdap.template_name_taken'])
    const other = (await (await make({ ...night, name: 'Other' })).json()) as RoleTemplate
    expect(await told(await put(other.id, { ...night, name: 'once' }))).toBe('409 gdap.template_name_taken')
    expect(await told(await put(other.id, { ...night, name: 'OTHER' }))).toBe('200')
    expect(await told(await make({ ...night, name: 'Once' }, await world.as('direct.admin')))).toBe('201')
  })

  it('happens once for its key', async () => {
    const keyed = { 'Idempotency-Key': 'template' }
    const [first, again] = [await make({ ...night, name: 'Keyed' }, agent, keyed), await make({ ...night, name: 'Keyed' }, agent, keyed)]
    expect([again.status, await again.json()]).toEqual([201, await first.json()])
  })

  it('BR-102 there is room for fifty, also at once', async () => {
    const direct = await world.as('direct.admin')
    const own = (await list(direct)).items.filter(({ builtIn }) => builtIn === null).length
    const numbers = Array.from({ length: 49 - own }, (_, number) => number)
    for (const number of numbers) await make({ ...night, name: `Template ${number}` }, direct)
    const both = await Promise.all([make({ ...night, name: 'Last' }, direct), make({ ...night, name: 'Too many' }, direct)])
    expect((await Promise.all(both.map(told))).toSorted()).toEqual(['201', '409 gdap.template_limit'])
  })

  it('every user of a partner reads them, a customer does not', async () => {
    expect(await told(await (await world.as('provider.helpdesk'))(path))).toBe('200')
    expect(await told(await (await world.as('customer.globaladmin'))(path))).toBe('403 gdap.customer_cannot_request')
    expect(await told(await (await world.as('customer.globaladmin'))(`${path}/drift`))).toBe('403 gdap.customer_cannot_request')
  })

  it('drift: what live relationships have beyond the template they are nearest to, and lack of it', async () => {
    const call = await world.as('provider-br.admin')
    await make({ name: 'Own', roles: [reader, support] }, call)
    await giveGdap(world.db, 'wideworld', { displayName: 'Same', roles: [support, reader] })
    await giveGdap(world.db, 'wideworld', { displayName: 'More', roles: [reader, support, globalAdministrator] })
    await giveGdap(world.db, 'wideworld', { displayName: 'Ended', roles: [reader, support, globalAdministrator], status: 'expired' })
    await giveGdap(world.db, 'wideworld', { displayName: 'Apart', roles: [globalAdministrator] })
    const { items, compared } = (await (await call(`${path}/drift`)).json()) as { items: TemplateDrift[]; compared: Total }
    expect(compared.capped).toBe(false)
    const more = { displayName: 'More', missing: [], extra: [globalAdministrator] }
    expect(items).toMatchObject([{ name: 'Own', count: 1, relationships: [more] }])
    expect(JSON.stringify((await (await agent(`${path}/drift`)).json()) as object)).not.toContain('More')
  })
})
