import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '../../store/store.ts'
import { StoreUnavailable } from '../../store/errors.ts'
import type { AuditRecord, AuditSettings } from '../../../domain/audit/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { isolation } from '../testing/isolation-table.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, type World } from '../testing/world.ts'
import { attempts } from './attempts.ts'

let world: World
let sales: Call
let admin: Call
beforeEach(async () => {
  world = await openWorld()
  sales = await world.as('provider.sales')
  admin = await world.as('provider.admin')
})
afterEach(() => world.close())

const told = async (answer: Response) =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as { code: string }).code}`
const log = async (query = '', call = admin) => {
  await world.settled()
  return ((await (await call(`/audit${query}`)).json()) as Page<AuditRecord>).items
}
const made = async (changes = {}, call = sales) =>
  (await (await call('/invitations', { json: draft(changes) })).json()) as { id: string; etag: string }
const withdraw = (id: string, headers = {}, call = sales) => call(`/invitations/${id}/withdraw`, { method: 'POST', json: {}, headers })

describe('who reads the log, and how far back (BR-108)', () => {
  it.each([
    ['provider.admin', '200'], ['customer.globaladmin', '200'], ['provider.sales', '403 audit.needs_admin'],
    ['provider.helpdesk', '403 audit.needs_admin'], ['customer.user', '403 audit.needs_admin'],
  ] as const)('%s → %s', async (person, expected) => {
    const call = await world.as(person)
    expect(await Promise.all(['/audit', '/audit/export', '/audit/settings'].map(async (path) => told(await call(path)))))
      .toEqual([expected, expected, expected])
    expect(await told(await call('/audit/recent'))).toBe('200')
  })

  it.each([
    ['?from=2025-11-30', '400 audit.too_long_ago'],
    ['?from=2026-01-20', '400 audit.window_too_long'],
    ['?from=2026-02-20&to=2026-02-10', '400 audit.window_backwards'],
    ['?from=2025-12-10&to=2026-01-05', '200'],
    ['?from=2026-02-01T00:00:00Z&to=2026-02-20T12:00:00%2B09:00', '200'],
    ['?from=yesterday', '422 request.invalid'],
    ['?outcome=maybe', '422 request.invalid'],
    ['?colour=red', '422 request.invalid'],
  ])('a query of %s → %s', async (query, expected) => {
    for (const path of ['/audit', '/audit/export']) expect([path, await told(await admin(`${path}${query}`))]).toEqual([path, expected])
  })
})

describe('what the log tells', () => {
  it('through what, what came of it, before and after', async () => {
    const { id } = await made({ customer: { tenantId: tenantId('northwind'), companyName: 'Northwind' } })
    await withdraw(id)
    expect(await withdraw(id).then(told)).toBe('409 invitation.withdrawn')
    const [refused, withdrawn, created] = await log()
    expect(refused).toMatchObject({
      action: 'invitation.withdrawn', noun: 'invitations', nounId: id, through: 'browser', outcome: 'refused', changed: null,
      refusal: { code: 'invitation.withdrawn' }, details: { route: 'POST /invitations/{id}/withdraw' },
    })
    expect(refused?.refusal?.detail).toMatch(/^[A-Z].*\.$/)
    expect(withdrawn).toMatchObject({
      action: 'invitation.withdrawn', outcome: 'done', refusal: null, through: 'browser', customerId: tenantId('northwind'),
      changed: { state: { before: 'created', after: 'withdrawn' } },
    })
    expect(created).toMatchObject({ action: 'invitation.created', changed: null })
  })

  it('filters by each part', async () => {
    const { id } = await made({ customer: { tenantId: tenantId('northwind') } })
    await made({}, admin)
    await withdraw(id)
    await withdraw(id)
    const actions = async (query: string) => (await log(query)).map(({ action, outcome }) => `${action} ${outcome}`)
    expect(await actions('?outcome=refused')).toEqual(['invitation.withdrawn refused'])
    expect(await actions('?action=invitation.withdrawn&outcome=done')).toEqual(['invitation.withdrawn done'])
    expect(await actions(`?customer=${tenantId('northwind').toUpperCase()}`)).toEqual([
      'invitation.withdrawn done', 'invitation.created done',
    ])
    const by = (await log('?outcome=refused'))[0]?.by ?? ''
    expect((await log(`?by=${encodeURIComponent(by)}`)).map((record) => record.by)).toEqual([by, by, by])
    expect(await actions('?through=worker')).toEqual([])
    expect((await log('?through=browser'))).toHaveLength(4)
    expect(await actions('?from=2026-03-01&to=2026-03-01')).toEqual([])
  })

  it('exports the same rows, and nothing that starts a formula', async () => {
    const { id } = await made({ customer: { companyName: '=HYPERLINK("x")' } })
    await withdraw(id)
    const answer = await admin('/audit/export?action=invitation.withdrawn')
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toMatch(/^Date-Time,Affected customer,/)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
    expect(lines[1]).toContain(',state: created,state: withdrawn,invitations,')
  })

  it('exports many rows page by page', async () => {
    const { db } = world
    const at = world.now().toISOString()
    const rows = Array.from({ length: 1_203 }, (_, index) => ({
      organization_id: organizationId('contoso'), id: crypto.randomUUID(), at, action: 'invitation.sent', noun: 'invitations',
      noun_id: String(index), performed_by: 'Hana', organization_name: 'Contoso', details: '{}',
    }))
    for (let from = 0; from < rows.length; from += 400) await db.insertInto('audit_events').values(rows.slice(from, from + 400)).execute()
    const lines = (await (await admin('/audit/export')).text()).trim().split('\r\n')
    expect(new Set(lines).size).toBe(1_204)
  })
})

describe('refused calls', () => {
  it('one key is one entry, and each call without a key its own', async () => {
    const { id } = await made()
    await withdraw(id)
    for (const key of ['a', 'a', 'b']) await withdraw(id, { 'Idempotency-Key': key })
    await withdraw(id)
    expect(await log('?outcome=refused')).toHaveLength(3)
  })

  it('tells stale versions and roles, and nothing that was malformed, unseen, read or only recalled', async () => {
    const { id } = await made()
    const helpdesk = await world.as('provider.helpdesk')
    const stranger = await world.as('direct.admin')
    expect(await told(await withdraw(id, { 'If-Match': '"99"' }))).toBe('412 request.stale')
    expect((await told(await helpdesk('/invitations', { json: draft() }))).slice(0, 3)).toBe('403')
    expect((await told(await sales('/invitations', { json: { nonsense: 1 } }))).slice(0, 3)).toBe('422')
    expect((await told(await withdraw(id, {}, stranger))).slice(0, 3)).toBe('404')
    expect((await told(await sales('/audit'))).slice(0, 3)).toBe('403')
    await withdraw(id, { 'Idempotency-Key': 'k', 'Idempotency-Recall': 'true' })
    expect((await log('?outcome=refused')).map(({ refusal, nounId }) => [refusal?.code, nounId])).toEqual([
      ['invitation.needs_admin_or_sales_agent', ''], ['request.stale', id],
    ])
    expect(await log('?outcome=refused', stranger)).toEqual([])
  })

  it('each item of a bulk call that a rule refused, once, and none of a dry run', async () => {
    const items = [
      { key: 'one', ...draft({ customer: { companyName: 'Fourth Coffee' } }) }, { key: 'two', ...draft({ customer: { country: 'BR' } }) },
      { key: 'three', ...draft({ customer: { email: 'nobody' } }) }, { key: 'four', ...draft({ includeDap: true }) },
    ]
    const bulk = (dryRun: boolean) => sales('/invitations/bulk', { json: { dryRun, items }, headers: { 'Idempotency-Key': 'many' } })
    await bulk(true)
    expect(await log('?outcome=refused')).toEqual([])
    expect([await told(await bulk(false)), await told(await bulk(false))]).toEqual(['200', '200'])
    const refused = await log('?outcome=refused')
    expect(new Set(refused.map(({ action, refusal, details }) => `${action}: ${refusal?.code} of ${details['item']}`))).toEqual(new Set([
      'invitation.created: invitation.region_mismatch of two', 'invitation.created: invitation.delegated_admin_unavailable of four',
    ]))
    expect(refused).toHaveLength(2)
  })

  it('a hundred of one person in an hour, and one entry that there were more', async () => {
    const { id } = await made()
    await withdraw(id)
    await Promise.all(Array.from({ length: 110 }, () => withdraw(id)))
    const refused = await log('?outcome=refused&limit=200')
    expect(refused).toHaveLength(101)
    expect(refused.filter(({ action }) => action === 'calls.more_refused')).toHaveLength(1)
    await withdraw(id, {}, admin)
    expect(await log('?outcome=refused&limit=200')).toHaveLength(102)
  })

  it('an unreachable store makes no refused call fail', async () => {
    const { id } = await made()
    await withdraw(id)
    const store = createStore(world.db)
    const away = () => Promise.reject(new StoreUnavailable('away'))
    const over = world.over({ ...store, audit: { ...store.audit, keepRefusal: away } }, await world.signIn('provider.sales'))
    expect(await told(await withdraw(id, {}, over))).toBe('409 invitation.withdrawn')
    await world.settled()
    expect(world.failures.splice(0)).toEqual([new StoreUnavailable('away')])
  })

  it('every call that changes something is told by what it would have done', () => {
    /** They are no organisation’s, change nothing, or say in their body what they do. */
    const untold = [
      'POST /session', 'DELETE /session', 'POST /session/back-channel-logout', 'PUT /session/organization', 'DELETE /session/sessions',
      'DELETE /session/sessions/{id}', 'POST /invitations/{id}/message', 'POST /delegated-admin/relationships/{id}/requests',
      'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}', 'POST /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}',
      'POST /acceptance/{token}/open',
    ]
    const writes = Object.keys(isolation).filter((route) => !route.startsWith('GET '))
    expect(writes.filter((route) => !attempts[route]).toSorted()).toEqual(untold.toSorted())
    expect(Object.keys(attempts).filter((route) => !writes.includes(route))).toEqual([])
  })
})

describe('how long entries are kept', () => {
  const put = (json: object, headers = {}, call = admin) => call('/audit/settings', { method: 'PUT', json, headers })
  const settings = async () => (await (await admin('/audit/settings')).json()) as AuditSettings

  it('is two years until it is chosen, each choice once, and told in the log', async () => {
    expect(await settings()).toMatchObject({ retentionDays: 730, etag: '"0"', chain: { length: 0, upTo: null, hash: null } })
    expect(await told(await put({ retentionDays: 365 }, { 'If-Match': '"0"' }))).toBe('200')
    expect(await told(await put({ retentionDays: 400 }, { 'If-Match': '"0"' }))).toBe('412 request.stale')
    const key = { 'Idempotency-Key': 'k' }
    expect([await told(await put({ retentionDays: 90 }, key)), await told(await put({ retentionDays: 90 }, key))]).toEqual(['200', '200'])
    expect(await settings()).toMatchObject({ retentionDays: 90, etag: '"2"', chain: { waiting: { count: 3 } } })
    expect((await log('?action=audit.retention_chosen&outcome=done')).map(({ changed }) => changed)).toEqual([
      { retentionDays: { before: 365, after: 90 } }, { retentionDays: { before: 730, after: 365 } },
    ])
  })

  it.each([89, 2_558, 100.5, '90'])('is refused as %s days', async (retentionDays) => {
    expect(await told(await put({ retentionDays }))).toBe('422 request.invalid')
  })

  it('is not for everybody', async () => {
    expect(await told(await put({ retentionDays: 90 }, {}, sales))).toBe('403 audit.needs_admin')
    expect((await log('?outcome=refused')).map(({ action }) => action)).toEqual(['audit.retention_chosen'])
  })
})
