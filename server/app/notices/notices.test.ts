import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notices } from '../../../domain/notices/schemas.ts'
import { leavingMail } from '../mail/leaving-mail.ts'
import { organizationId, personId, type Person } from '../testing/people.ts'
import { openWorld, secretOfTests, type World } from '../testing/world.ts'
import { tellPeople } from './due-notices.ts'

const links = { secret: secretOfTests, publicUrl: 'https://portal.example' }

describe('the choice of mails', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const own = async (person: Person) => (await (await (await world.as(person))('/notices')).json()) as Notices
  const choose = async (person: Person, choices: readonly object[], etag: string | null = '*') =>
    (await world.as(person))('/notices', {
      method: 'PUT', json: { choices }, headers: etag === null ? {} : { 'If-Match': etag },
    })
  const hows = ({ items }: Notices) => Object.fromEntries(items.map(({ kind, how }) => [kind, how]))
  const held = async () => {
    const mail = await world.store.outbox.claim(world.now().toISOString(), new Date(world.now().getTime() + 60_000).toISOString())
    if (!mail) throw new Error('No mail is due')
    return mail
  }

  it('is each person’s own, among what its roles may read', async () => {
    expect(hows(await own('provider.sales'))).toEqual({ invitations: 'at_once', answers: 'never' })
    expect(hows(await own('customer.user'))).toEqual({})
    const { etag, email, isMailed } = await own('provider.admin')
    expect([email, isMailed]).toEqual(['provider.admin@contoso.example', true])
    const answer = await choose('provider.admin', [{ kind: 'answers', how: 'daily' }], etag)
    const chosen = (await answer.json()) as Notices
    expect([answer.status, answer.headers.get('ETag'), hows(chosen)['answers']]).toEqual([200, chosen.etag, 'daily'])
    expect([hows(await own('provider.admin'))['answers'], hows(await own('provider.sales'))['answers']]).toEqual(['daily', 'never'])
    const logged = await world.db.selectFrom('audit_events').select(['action', 'noun_id', 'details'])
      .where('action', '=', 'person.notices_chosen').execute()
    expect(logged).toEqual([{ action: 'person.notices_chosen', noun_id: personId(0), details: { person: 'Person provider.admin' } }])
  })

  it.each([
    ['what other roles get', [{ kind: 'security', how: 'daily' }], '*', 422, 'notice.not_offered'],
    ['what is never gathered', [{ kind: 'invitations', how: 'daily' }], '*', 422, 'notice.not_offered'],
    ['a kind that is none', [{ kind: 'weather', how: 'daily' }], '*', 422, 'request.invalid'],
    ['without having seen it', [{ kind: 'answers', how: 'daily' }], null, 428, 'request.version_required'],
    ['of an older version', [{ kind: 'answers', how: 'daily' }], '"7"', 412, 'request.stale'],
  ])('refuses %s', async (_what, choices, etag, status, code) => {
    const answer = await choose('provider.sales', choices, etag)
    const problem = (await answer.json()) as { code: string }
    expect([answer.status, problem.code]).toEqual([status, code])
    expect(hows(await own('provider.sales'))['answers']).toBe('never')
  })

  it('tells in one mail, in the reader’s language and the organisation’s time, and is turned off by its own link', async () => {
    await world.db.insertInto('organization_profiles')
      .values({ organization_id: organizationId('proseware'), contact: null, time_zone: 'Asia/Seoul', language: null, version: 1 })
      .execute()
    await world.db.updateTable('users').set({ locale: 'ko' }).where('email', '=', 'reseller2.globaladmin@proseware.example').execute()
    const agent = await world.as('reseller2.admin')
    for (const name of ['Nightly', 'Evil \u202Etxt.exe'])
      await agent('/tokens', { json: { name, kind: 'personal', scopes: ['read'], expiresInDays: 30 } })
    expect([await tellPeople(world), await tellPeople(world)]).toEqual([1, 0])
    const mail = await held()
    const leaving = await leavingMail(links, mail)
    expect([mail.isWanted, leaving.to, leaving.language, leaving.automatic]).toEqual([
      true, 'reseller2.globaladmin@proseware.example', 'ko', true,
    ])
    expect(leaving.subject).toContain('Proseware Cloud')
    expect(leaving.text).toContain('Nightly')
    expect(leaving.text).toMatch(/2026년 3월 2일 오후 6:00 \(한국 표준시\)/)
    expect(leaving.text).toContain('https://portal.example/organization/audit')
    expect(leaving.text).not.toContain('\u202E')
    const { pathname } = new URL(leaving.unsubscribeUrl ?? '')
    const at = pathname.replace('/api', '')
    expect((await world.guest(at)).headers.get('Location')).toBe('https://portal.example/organization/notices')
    expect(hows(await own('reseller2.globaladmin'))['security']).toBe('at_once')
    const wrong = [at.replace('/security/', '/answers/'), `${at.slice(0, -1)}${at.endsWith('A') ? 'B' : 'A'}`]
    for (const each of wrong) expect((await world.guest(each, { method: 'POST' })).status).toBe(404)
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click', headers }
    for (const _ of [1, 2]) expect((await world.guest(at, oneClick)).status).toBe(204)
    expect(hows(await own('reseller2.globaladmin'))['security']).toBe('never')
  })

  it('counts what one mail does not name', async () => {
    const agent = await world.as('reseller2.admin')
    await agent('/tokens', { json: { name: 'First', kind: 'personal', scopes: ['read'], expiresInDays: 30 } })
    const [first] = await world.db.selectFrom('audit_events').selectAll().where('action', '=', 'token.made').execute()
    const [notice] = await world.db.selectFrom('notices').selectAll().execute()
    if (!first || !notice) throw new Error('A token was made')
    const { details, changed: _, ...entry } = first
    const more = Array.from({ length: 24 }, () => crypto.randomUUID())
    await world.db.insertInto('audit_events').values(more.map((id) => ({ ...entry, id, details: JSON.stringify(details) }))).execute()
    await world.db.insertInto('notices').values(more.map((id) => ({ ...notice, id }))).execute()
    await tellPeople(world)
    const { text } = await held()
    expect([text.match(/^• /gm)?.length, text.includes('And 5 more')]).toEqual([20, true])
  })

  it('decides of the mails about invitations and admin rights, too', async () => {
    const silent = { kind: 'invitations', how: 'never' }
    const at = { ownerId: organizationId('contoso') }
    const sales = await world.as('provider.sales')
    const made = await sales('/invitations', {
      json: { delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30 },
    })
    const { id } = (await made.json()) as { id: string }
    const maker = () => world.store.reminders.makerOf({ ...at, invitationId: id, linkNumber: 1 } as never)
    expect((await maker())?.email).toBe('provider.sales@contoso.example')
    await choose('provider.sales', [silent])
    expect(await maker()).toBeUndefined()
    const relationship = { partner: { id: organizationId('contoso') }, customerOrganizationId: organizationId('tailspin') } as never
    const told = async () => (await world.store.gdapReminders.recipients(relationship)).map(({ email }) => email)
    expect(await told()).toEqual(['provider.admin@contoso.example', 'customer.globaladmin@tailspin.example'])
    await choose('customer.globaladmin', [{ kind: 'admin_rights', how: 'never' }])
    expect(await told()).toEqual(['provider.admin@contoso.example'])
  })
})

it('a portal without mail says so, and mails nobody', async () => {
  const world = await openWorld({ sendsMail: false })
  const shown = (await (await (await world.as('provider.admin'))('/notices')).json()) as Notices
  expect([shown.isMailed, await tellPeople({ ...world, sendsMail: false })]).toEqual([false, 0])
  await world.close()
})
