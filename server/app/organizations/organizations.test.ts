import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { OrganizationDomains, OrganizationProfile } from '../../../domain/organizations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { codeOf as told } from '../testing/codes.ts'
import { giveGdap } from '../testing/gdap.ts'
import type { Person } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const contact = { name: 'Sora Min', email: 'sora@contoso.example', phone: '+82 2 000 0000' }

const asked = async (world: World, person: Person) => {
  const made = await (await world.as(person))('/invitations', { json: draft() })
  return `/acceptance/${tokenIn(((await made.json()) as { link: string }).link)}`
}

describe('an organization’s own page', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())
  const read = async (person: Person) => (await (await world.as(person))('/organization')).json() as Promise<OrganizationProfile>
  const change = async (person: Person, json: unknown, headers: Record<string, string> = { 'If-Match': '*' }) =>
    (await world.as(person))('/organization', { json, method: 'PATCH', headers: { 'Content-Type': 'application/json', ...headers } })

  it('says what it was given, keeps what is left out, and takes back what becomes null', async () => {
    const before = await read('provider.sales')
    expect(before).toMatchObject({ kind: 'indirect_provider', contact: null, timeZone: null, language: null, etag: '"0"' })
    const answer = await change('provider.admin', { contact, timeZone: 'Asia/Seoul' }, { 'If-Match': before.etag })
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, '"1"'])
    await change('provider.admin', { language: 'ko', contact: null }, { 'If-Match': '"1"' })
    expect(await read('provider.helpdesk')).toEqual({ ...before, timeZone: 'Asia/Seoul', language: 'ko', etag: '"2"' })
    expect(await read('direct.admin')).toMatchObject({ timeZone: null, etag: '"0"' })
  })

  it('a new name is the session’s and the partners’ at once, and the record keeps both', async () => {
    expect(await told(await change('reseller.admin', { displayName: '  Litware   Neu ' }))).toBe('200')
    const session = (await (await (await world.as('reseller.helpdesk'))('/session')).json()) as { organization: { displayName: string } }
    expect(session.organization.displayName).toBe('Litware Neu')
    const partners = await (await (await world.as('provider.sales'))('/partnerships')).text()
    expect(partners).toContain('Litware Neu')
    const audit = await (await world.as('reseller.admin'))('/audit')
    const { items } = (await audit.json()) as { items: { action: string; details: object }[] }
    expect(items.find(({ action }) => action === 'organization.changed')?.details).toMatchObject({ displayName: 'Litware Neu' })
  })

  it('whoever it asks is told what is proven of it, and warned of a name that can be mistaken, which it reads itself', async () => {
    const path = await asked(world, 'direct.admin')
    const standing = async () => ((await (await world.guest(path)).json()) as Acceptance).inviter.standing
    const direct = await world.as('direct.admin')
    const ownWarning = async () => ((await (await direct('/organization/domains')).json()) as OrganizationDomains).standing.imitates
    const prove = async (person: Person, domain: string) => {
      const call = await world.as(person)
      await call('/organization/domains', { json: { domain } })
      await call(`/organization/domains/${domain}/verify`, { json: { pretend: true } })
    }
    expect(await standing()).toEqual({ domains: [], hasSignedIn: false, imitates: null, logo: null })
    await change('direct.admin', { displayName: 'Мicros0ft Support' })
    expect([(await standing()).imitates, await ownWarning()]).toEqual(['microsoft', 'microsoft'])
    await prove('provider.admin', 'contoso.example')
    await change('direct.admin', { displayName: 'Соntoso Distributiоn' })
    expect([(await standing()).imitates, await ownWarning()]).toEqual(['other', 'other'])
    const { id } = await giveGdap(world.db, 'adatum')
    const request = (await (await direct(`/delegated-admin/relationships/${id}`)).json()) as GdapRelationshipDetail
    expect(request.partnerProfile.standing).toEqual(await standing())
    await change('direct.admin', { displayName: 'Adatum Direct' })
    await prove('direct.admin', 'adatum.example')
    const proven = { domains: ['adatum.example'], hasSignedIn: false, imitates: null, logo: null }
    expect([await standing(), await ownWarning()]).toEqual([proven, null])
  })

  it.each<[Person, string]>([
    ['provider.sales', '403 organization.needs_admin_agent'], ['provider.helpdesk', '403 organization.needs_admin_agent'],
    ['customer.user', '403 organization.needs_global_admin'], ['customer.globaladmin', '200'], ['direct.admin', '200'],
  ])('BR-33, BR-49 %s: %s', async (person, expected) => {
    expect(await told(await change(person, { timeZone: 'Asia/Seoul' }))).toBe(expected)
  })

  it('wants the version that was read, and is changed once for its key', async () => {
    expect(await told(await change('direct-de.admin', {}, {}))).toBe('428 request.version_required')
    expect(await told(await change('direct-de.admin', {}, { 'If-Match': '"7"' }))).toBe('412 request.stale')
    const keyed = { 'If-Match': '"0"', 'Idempotency-Key': 'once' }
    const answers = [await change('direct-de.admin', { contact }, keyed), await change('direct-de.admin', { contact }, keyed)]
    expect(await Promise.all(answers.map(async (each) => ((await each.json()) as OrganizationProfile).etag))).toEqual(['"1"', '"1"'])
    expect((await world.guest('/organization')).status).toBe(401)
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, '/timeZone'], [{ displayName: ' ' }, '/displayName'], [{ language: 'xx' }, '/language'],
    [{ contact: { name: '', email: 'a@b.example' } }, '/contact/name'], [{ contact: { name: 'A', email: 'nobody' } }, '/contact/email'],
    [{ contact: { name: 'A' } }, '/contact/email'], [{ kind: 'customer' }, '/kind'], [{ displayName: 'x'.repeat(201) }, '/displayName'],
  ])('takes no %j', async (json, pointer) => {
    const answer = await change('direct.admin', json)
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as Problem).errors?.map((error) => error.pointer)).toEqual([pointer])
  })
})
