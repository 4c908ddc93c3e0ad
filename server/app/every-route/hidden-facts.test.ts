import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hiddenRefusalsADay } from '../../../domain/invitations/acceptance/invitee-rules.ts'
import { leastRoleByTask } from '../../../domain/gdap/roles/templates.ts'
import { locales } from '../../../domain/session/locales.ts'
import { type CompanyKey, partnerIdOf, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, type World } from '../testing/world.ts'

/** A partner, another country, another cloud, a partner in another cloud: facts that Contoso must not learn. */
const strangers = ['adatum', 'lucerne', 'margie', 'woodgrove'] as const satisfies readonly CompanyKey[]
const hour = 60 * 60 * 1000

describe('what a partner cannot know', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  const item = (key: string, tenant: string) => ({ key, ...draft({ customer: { tenantId: tenant } }) })
  const bulk = (items: object[], dryRun = true) => sales('/invitations/bulk', { json: { dryRun, items } })
  const withoutIds = (text: string, ...ids: string[]) =>
    ids.reduce((rest, id) => rest.replaceAll(id, 'named'), text).replaceAll(/"requestId":"[^"]*"|"key":"[^"]*"|"index":\d+/g, '')
  const distinct = (texts: readonly string[]) => new Set(texts).size

  it.each([true, false])('an invitation of many is refused alike whatever the tenant is, dry: %s', async (dryRun) => {
    const { outcomes } = (await (await bulk(strangers.map((key) => item(key, tenantId(key))), dryRun)).json()) as { outcomes: object[] }
    expect(outcomes[0]).toMatchObject({ outcome: 'refused', problem: { code: 'invitation.tenant_unsuitable' } })
    expect(distinct(outcomes.map((outcome) => withoutIds(JSON.stringify(outcome))))).toBe(1)
  })

  it('so is one alone', async () => {
    const told = await Promise.all(strangers.map(async (key) => {
      const answer = await sales('/invitations', { json: draft({ customer: { tenantId: tenantId(key) } }) })
      return `${answer.status} ${withoutIds(await answer.text(), tenantId(key))}`
    }))
    expect(distinct(told)).toBe(1)
  })

  it('a PartnerID that is nobody’s, no reseller’s or of another region is refused alike', async () => {
    const numbers = ['9999999', partnerIdOf('adatum'), partnerIdOf('alpine'), partnerIdOf('woodgrove')]
    const ask = (partnerId: string) => sales('/partnerships', { json: { partnerId } })
    const told = await Promise.all(numbers.map(async (partnerId) => withoutIds(await (await ask(partnerId)).text())))
    expect(distinct(told)).toBe(1)
  })

  it('a request for delegated admin says the same of every tenant, alone and of many', async () => {
    const ids = [...strangers.map(tenantId), crypto.randomUUID()]
    const roles = { accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.read_directory }] }, duration: 'P30D' }
    const items = ids.map((customerTenantId, index) => ({ key: `${index}`, customerTenantId, displayName: `Ask-${index}`, ...roles }))
    const many = (await (await sales('/delegated-admin/bulk', { json: { dryRun: true, items } })).json()) as { outcomes: object[] }
    const said = many.outcomes.map((outcome, index) => withoutIds(JSON.stringify(outcome), ids[index] ?? '').replaceAll(/Ask-\d/g, ''))
    expect(distinct(said)).toBe(1)
    const moved = (await (await sales('/delegated-admin/dap/move', {
      json: { dryRun: true, customerTenantIds: ids, templateId: 'account_manager' },
    })).json()) as { outcomes: object[] }
    const unmoved = ids.map((id, index) => withoutIds(JSON.stringify(moved.outcomes[index]), id, id.slice(-12)))
    expect(distinct(unmoved)).toBe(1)
  })

  const spend = async (count: number) =>
    (await (await bulk(Array.from({ length: count }, (_, index) => item(`${index}`, tenantId('adatum'))))).json()) as {
      outcomes: { problem?: { code: string } }[]
    }

  it('is told so often a day, over all ways of asking and all people, and then 429 until midnight UTC whatever is asked', async () => {
    const { outcomes } = await spend(hiddenRefusalsADay + 3)
    const codes = outcomes.map(({ problem }) => problem?.code)
    expect(codes.filter((code) => code === 'invitation.tenant_unsuitable')).toHaveLength(hiddenRefusalsADay)
    expect(codes.slice(-3)).toEqual(Array.from({ length: 3 }, () => 'request.too_many_hidden'))

    const colleague = await world.as('provider.sales')
    const known = draft({ customer: { tenantId: tenantId('northwind') } })
    const answers = [
      await bulk([item('a', tenantId('adatum'))]), await bulk([item('b', tenantId('northwind'))]),
      await bulk([item('c', tenantId('northwind'))], false), await colleague('/invitations', { json: known }),
      await sales('/partnerships', { json: { partnerId: partnerIdOf('proseware') } }),
    ]
    for (const answer of answers) {
      expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([429, 'request.too_many_hidden'])
      // The world's clock starts at nine.
      expect(Math.abs(Number(answer.headers.get('Retry-After')) - 15 * 3600)).toBeLessThan(60)
    }
    expect((await sales('/invitations', { json: draft() })).status).toBe(201)
    const other = await world.as('direct.admin')
    expect((await other('/invitations', { json: draft({ customer: { tenantId: tenantId('lucerne') } }) })).status).toBe(201)
    const sentences = await Promise.all(locales.map(async (language) => {
      const headers = { 'Content-Type': 'application/json', 'Accept-Language': language }
      return ((await (await sales('/invitations', { json: known, headers })).json()) as { detail: string }).detail
    }))
    expect(distinct(sentences)).toBe(locales.length)

    world.wait(15 * hour)
    sales = await world.as('provider.admin')
    expect((await sales('/invitations', { json: known })).status).toBe(201)
  })

  it('what is allowed costs nothing, and many at once are not told more than one after the other', async () => {
    for (let count = 0; count < 3; count += 1) expect((await bulk([item('ok', tenantId('northwind'))])).status).toBe(200)
    await spend(hiddenRefusalsADay - 5)
    const json = draft({ customer: { tenantId: tenantId('margie') } })
    const told = await Promise.all(
      Array.from({ length: 20 }, async () => ((await (await sales('/invitations', { json })).json()) as { code: string }).code),
    )
    expect(told.filter((code) => code === 'invitation.tenant_unsuitable')).toHaveLength(5)
    expect(told.filter((code) => code === 'request.too_many_hidden')).toHaveLength(15)
  })
})
