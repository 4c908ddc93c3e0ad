import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrganizationDomain } from '../../../domain/organizations/schemas.ts'
import type { AuditRecord } from '../../../domain/audit/schemas.ts'
import { dayMs as day } from '../../../domain/calendar/days.ts'
import type { Page } from '../../../domain/page.ts'
import { sha256 } from '../secrets.ts'
import { codeOf } from '../testing/codes.ts'
import type { Person } from '../testing/people.ts'
import { openWorld, secretOfTests, type World } from '../testing/world.ts'
import { lookAtDomains } from './domain-looks.ts'

describe('a domain that DNS proves', () => {
  let world: World
  /** What DNS has. */
  let dns: Map<string, string[]>
  let isDown = false
  const findTxt = (name: string) => Promise.resolve(isDown ? ('unreachable' as const) : (dns.get(name) ?? []))
  beforeEach(async () => {
    dns = new Map()
    isDown = false
    world = await openWorld({ findTxt })
  })
  afterEach(() => world.close())

  const add = async (person: Person, domain = 'Contoso-Distribution.example') =>
    (await world.as(person))('/organization/domains', { json: { domain } })
  const verify = async (person: Person, domain = 'contoso-distribution.example', json: object = {}) =>
    (await world.as(person))(`/organization/domains/${encodeURIComponent(domain)}/verify`, { json })
  const remove = async (person: Person) =>
    (await world.as(person))('/organization/domains/contoso-distribution.example', { method: 'DELETE' })
  const list = async (person: Person) =>
    ((await (await (await world.as(person))('/organization/domains')).json()) as { items: OrganizationDomain[] }).items

  it('names its record, waits for it, is proven by it, and can be removed', async () => {
    const made = (await (await add('provider.admin')).json()) as OrganizationDomain
    const name = '_tessera.contoso-distribution.example'
    expect(made).toMatchObject({ domain: 'contoso-distribution.example', provenAt: null, record: { name } })
    expect(made.record.value).toMatch(/^tessera-domain-verification=[\w-]{43}$/)
    expect((await add('provider.admin')).status).toBe(200)
    expect(await codeOf(await verify('provider.admin'))).toBe('409 organization.domain_record_missing')
    dns.set(made.record.name, ['v=spf1 -all', `${made.record.value}x`])
    expect(await codeOf(await verify('provider.admin'))).toBe('409 organization.domain_record_missing')
    isDown = true
    expect(await codeOf(await verify('provider.admin'))).toBe('409 organization.domain_lookup_failed')
    isDown = false
    dns.set(made.record.name, [made.record.value])
    const proven = (await (await verify('provider.admin', 'CONTOSO-distribution.example')).json()) as OrganizationDomain
    expect(proven).toEqual({ ...made, provenAt: expect.any(String) })
    expect(await list('provider.helpdesk')).toEqual([proven])
    expect(await list('direct.admin')).toEqual([])
    expect([(await remove('provider.admin')).status, await codeOf(await remove('provider.admin'))])
      .toEqual([204, '404 organization.domain_not_found'])
  })

  it('is looked up again every day, and not proven once its record has been gone for a week', async () => {
    const made = (await (await add('provider.admin')).json()) as OrganizationDomain
    dns.set(made.record.name, [made.record.value])
    await verify('provider.admin')
    const look = (demo = false) => lookAtDomains({ store: world.store, now: world.now, secret: secretOfTests, findTxt, demo })
    const seen = async () => {
      const [{ provenAt, missingSince, proofEndsAt } = {}] = await list('provider.admin')
      return [typeof provenAt === 'string', missingSince, proofEndsAt]
    }
    dns.clear()
    expect([await look(), await seen()]).toEqual([0, [true, null, null]])
    world.wait(day)
    isDown = true
    expect([await look(), await seen()]).toEqual([0, [true, null, null]])
    isDown = false
    world.wait(day)
    expect([await look(true), await seen()]).toEqual([0, [true, null, null]])
    expect([await look(), await seen()]).toEqual([0, [true, expect.any(String), expect.any(String)]])
    world.wait(day)
    dns.set(made.record.name, [made.record.value])
    expect([await look(), await seen()]).toEqual([0, [true, null, null]])
    dns.clear()
    const ended: number[] = []
    for (let days = 0; days < 9; days += 1) {
      world.wait(day)
      ended.push(await look())
    }
    expect(ended).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0])
    expect(await seen()).toEqual([false, null, null])
    const log = (await (await (await world.as('provider.admin'))('/audit?action=organization.domain_lapsed')).json()) as Page<AuditRecord>
    expect(log.items[0]).toMatchObject({ action: 'organization.domain_lapsed', through: 'worker', details: { domain: made.domain } })
  })

  it('belongs to one organization, whose record proves nothing for another', async () => {
    const own = (await (await add('provider.admin')).json()) as OrganizationDomain
    const others = (await (await add('direct.admin')).json()) as OrganizationDomain
    expect(others.record.value).not.toBe(own.record.value)
    dns.set(own.record.name, [own.record.value])
    expect(await codeOf(await verify('direct.admin'))).toBe('409 organization.domain_record_missing')
    expect((await verify('provider.admin')).status).toBe(200)
    dns.set(own.record.name, [others.record.value])
    expect(await codeOf(await verify('direct.admin'))).toBe('409 organization.domain_taken')
    await remove('provider.admin')
    expect((await verify('direct.admin')).status).toBe(200)
  })

  it.each<[Person, string]>([
    ['provider.sales', '403 organization.needs_admin_agent'], ['customer.user', '403 organization.needs_global_admin'],
    ['customer.globaladmin', '201'],
  ])('BR-33, BR-49 %s: %s', async (person, expected) => {
    expect(await codeOf(await add(person))).toBe(expected)
  })

  it('asks DNS for the name that DNS has, and takes nothing that is no domain', async () => {
    const made = (await (await add('provider.admin', 'Bücher.example')).json()) as OrganizationDomain
    expect([made.domain, made.record.name]).toEqual(['bücher.example', '_tessera.xn--bcher-kva.example'])
    expect(await codeOf(await add('provider.admin', 'no domain'))).toBe('422 request.invalid')
    expect(await codeOf(await verify('provider.admin', 'no domain'))).toBe('404 organization.domain_not_found')
    expect((await verify('provider.admin', 'bücher.example', { pretend: true })).status).toBe(200)
  })

  it('outside the demo nobody plays that a record was found', async () => {
    const real = await openWorld({ findTxt, demo: false })
    const at = real.now().toISOString()
    const ends = new Date(Date.parse(at) + 3_600_000).toISOString()
    const person = await real.db
      .selectFrom('user_directory').select(['user_id', 'organization_id']).where('persona', '=', 'provider.admin').executeTakeFirstOrThrow()
    await real.store.sessions.create({
      id: real.newId(), tokenHash: await sha256('real'), person: { userId: person.user_id, organizationId: person.organization_id },
      createdAt: at, expiresAt: ends, idleExpiresAt: ends, device: '', address: '', issued: null,
    })
    const call = real.withToken('real')
    await call('/organization/domains', { json: { domain: 'contoso.example' } })
    const played = await call('/organization/domains/contoso.example/verify', { json: { pretend: true } })
    expect(await codeOf(played)).toBe('422 request.invalid')
    expect(await (await call('/organization/domains')).json()).toMatchObject({ canPretend: false, items: [{ provenAt: null }] })
    await real.close()
  })

  it('a list of domains has an end', async () => {
    for (let number = 0; number < 20; number += 1) await add('provider.admin', `d${number}.example`)
    expect(await codeOf(await add('provider.admin'))).toBe('409 organization.too_many_domains')
  })
})
