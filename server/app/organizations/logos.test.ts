import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GivenLogo, type LogoFault, mostOfLogo } from '../../../domain/organizations/logo.ts'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { OrganizationDomains, OrganizationLogo } from '../../../domain/organizations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { codeOf } from '../testing/codes.ts'
import { base64, pngBytes, redrawForTests } from '../testing/logos.ts'
import type { Person } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'
import { logoForMail } from './standing.ts'

const picture = base64(pngBytes(20, 10))
const svg = btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')

describe('an organization’s logo', () => {
  let world: World
  let drawn: Uint8Array | LogoFault | 'busy' | undefined
  beforeAll(async () => {
    world = await openWorld({ redrawLogo: async (given: GivenLogo) => drawn ?? redrawForTests(given) })
  })
  afterAll(() => world.close())

  const read = async (person: Person) => (await (await world.as(person))('/organization/logo')).json() as Promise<OrganizationLogo>
  const give = async (person: Person, json: unknown = { picture }, headers: Record<string, string> = { 'If-Match': '*' }) =>
    (await world.as(person))('/organization/logo', { json, method: 'PUT', headers: { 'Content-Type': 'application/json', ...headers } })
  const remove = async (person: Person, etag = '*') =>
    (await world.as(person))('/organization/logo', { method: 'DELETE', headers: { 'If-Match': etag } })
  const see = (src: string) => world.guest(src.replace('/api', ''))
  const rename = async (displayName: string) =>
    (await world.as('direct.admin'))('/organization', { method: 'PATCH', json: { displayName }, headers: { 'If-Match': '*' } })

  it('reads the largest picture in less time than others notice', async () => {
    const largest = btoa('a'.repeat(mostOfLogo.bytes))
    const spent: number[] = []
    for (let time = 0; time < 5; time++) {
      const before = process.threadCpuUsage()
      expect(await codeOf(await give('provider.admin', { picture: largest }))).toBe('422 request.invalid')
      const { user, system } = process.threadCpuUsage(before)
      spent.push((user + system) / 1_000)
    }
    expect(Math.min(...spent)).toBeLessThan(50)
  })

  it('is what was drawn of the picture, at an address that changes with it, until it is removed', async () => {
    expect(await read('provider.helpdesk')).toEqual({ logo: null, etag: '"0"' })
    const first = (await (await give('provider.admin', { picture }, { 'If-Match': '"0"' })).json()) as OrganizationLogo
    const expected = { src: expect.stringMatching(/^\/api\/logos\/[\w-]{36}\/[\w-]{43}\.png$/), width: 200, height: 60 }
    expect(first).toEqual({ logo: expected, etag: '"1"' })
    const { src = '' } = first.logo ?? {}
    const seen = await see(src)
    expect([seen.headers.get('Content-Type'), seen.headers.get('Cache-Control')])
      .toEqual(['image/png', 'private, max-age=31536000, immutable'])
    expect(new Uint8Array(await seen.arrayBuffer()).slice(0, 24)).toEqual(pngBytes(400, 120).slice(0, 24))
    // The same again changes nothing.
    expect(await (await give('provider.admin')).json()).toEqual(first)
    const second = (await (await give('provider.admin', { picture: svg })).json()) as OrganizationLogo
    expect(second.etag).toBe('"2"')
    expect([(await see(src)).status, (await see(second.logo?.src ?? '')).status]).toEqual([404, 200])
    expect([(await remove('provider.admin', '"1"')).status, (await remove('provider.admin', '"2"')).status]).toEqual([412, 204])
    expect([(await see(second.logo?.src ?? '')).status, await read('provider.admin')]).toEqual([404, { logo: null, etag: '"3"' }])
    expect(await codeOf(await remove('provider.admin'))).toBe('404 organization.logo_not_found')
    const { items } = (await (await (await world.as('provider.admin'))('/audit')).json()) as {
      items: { action: string; changed: unknown }[]
    }
    const written = items.filter(({ action, changed }) => action.includes('logo') && changed)
    expect(written.map(({ action, changed }) => [action, changed]).toReversed()).toEqual([
      ['organization.logo_given', { logo: { before: null, after: 'PNG 400 × 120' } }],
      ['organization.logo_given', { logo: { before: 'PNG 400 × 120', after: 'PNG 400 × 120' } }],
      ['organization.logo_removed', { logo: { before: 'PNG 400 × 120', after: null } }],
    ])
    expect(JSON.stringify(items)).not.toContain(picture)
  })

  it('is shown to whoever is asked and goes with mails, but not beside a name that can be mistaken', async () => {
    const made = await (await world.as('direct.admin'))('/invitations', { json: draft() })
    const path = `/acceptance/${tokenIn(((await made.json()) as { link: string }).link)}`
    const shown = async () => ((await (await world.guest(path)).json()) as Acceptance).inviter.standing
    const { logo } = (await (await give('direct.admin')).json()) as OrganizationLogo
    const id = logo?.src.split('/')[3] ?? ''
    expect([(await shown()).logo, (await logoForMail(world.store, id))?.width]).toEqual([logo, 200])
    await rename('Micros0ft Support')
    expect(await shown()).toMatchObject({ imitates: 'microsoft', logo: null })
    expect(await logoForMail(world.store, id)).toBeUndefined()
    const own = (await (await (await world.as('direct.admin'))('/organization/domains')).json()) as OrganizationDomains
    expect([own.standing.logo, (await read('direct.admin')).logo]).toEqual([null, logo])
    await rename('Adatum Direct')
    expect((await shown()).logo).toEqual(logo)
  })

  it('nobody finds another’s by its organization, its picture or half a name', async () => {
    const { logo } = (await (await give('direct.admin')).json()) as OrganizationLogo
    const [name = '', id = ''] = (logo?.src ?? '').split('/').toReversed()
    const other = (await read('reseller.admin')).logo
    expect(other).toBeNull()
    const same = (await (await give('reseller.admin')).json()) as OrganizationLogo
    expect(same.logo?.src).not.toContain(name)
    for (const address of [`${id}/${'x'.repeat(43)}.png`, `${id}/${name.slice(0, -5)}.png`, `${id}/${name.slice(0, -4)}`, `nobody/${name}`])
      expect(await codeOf(await see(`/api/logos/${address}`))).toBe('404 organization.logo_not_found')
  })

  it.each<[Person, string]>([
    ['provider.sales', '403 organization.needs_admin_agent'], ['customer.user', '403 organization.needs_global_admin'],
    ['customer.globaladmin', '200'],
  ])('BR-33, BR-49 %s: %s', async (person, expected) => {
    await give(person.startsWith('customer') ? 'customer.globaladmin' : 'provider.admin')
    expect(await codeOf(await give(person))).toBe(expected)
    expect(await codeOf(await remove(person))).toBe(expected === '200' ? '204' : expected)
  })

  it('wants the version that was read, and is changed once for its key', async () => {
    expect(await codeOf(await give('direct-de.admin', { picture }, {}))).toBe('428 request.version_required')
    expect(await codeOf(await give('direct-de.admin', { picture }, { 'If-Match': '"7"' }))).toBe('412 request.stale')
    const keyed = { 'If-Match': '"0"', 'Idempotency-Key': 'once' }
    const answers = [await give('direct-de.admin', { picture }, keyed), await give('direct-de.admin', { picture }, keyed)]
    expect(await Promise.all(answers.map(async (each) => ((await each.json()) as OrganizationLogo).etag))).toEqual(['"1"', '"1"'])
    expect(await codeOf(await give('direct-de.admin', { picture: svg }, keyed))).toBe('422 idempotency.mismatch')
    expect((await world.guest('/organization/logo')).status).toBe(401)
  })

  it.each([
    ['no base64', 'A', 'organization.logo_unknown'], ['no picture', btoa('GIF89a'), 'organization.logo_unknown'],
    ['too much', 'A'.repeat(400_000), 'organization.logo_too_large'], ['nothing', '', 'field.required'],
    ['pixels over the limit', base64(pngBytes(9_999, 1)), 'organization.logo_too_many_pixels'],
    ['a script', btoa('<svg ><script/></svg>'), 'organization.logo_active'],
  ])('takes no %s', async (_clause, given, code) => {
    const answer = await give('direct.admin', { picture: given })
    const { errors } = (await answer.json()) as Problem
    expect([answer.status, errors?.map((error) => [error.pointer, error.code])]).toEqual([422, [['/picture', code]]])
  })

  it('says what came of the drawing, and keeps nothing that is no small PNG', async () => {
    const before = await read('direct.admin')
    drawn = 'organization.logo_too_intricate'
    expect(((await (await give('direct.admin')).json()) as Problem).errors?.[0]?.code).toBe('organization.logo_too_intricate')
    drawn = 'busy'
    const busy = await give('direct.admin')
    expect([await codeOf(busy), busy.headers.get('Retry-After')]).toEqual(['503 request.busy', '1'])
    for (drawn of [new Uint8Array(3), pngBytes(481, 1), pngBytes(1, 161), pngBytes(480, 160, 30_000)])
      expect((await give('direct.admin')).status).toBe(500)
    drawn = undefined
    expect(await read('direct.admin')).toEqual(before)
    world.failures.splice(0)
  })
})
