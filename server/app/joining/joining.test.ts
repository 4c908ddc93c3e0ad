import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Joining, ResellerInvite, ResellerInviteWithLink } from '../../../domain/joining/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { giveInvite } from '../testing/reseller-invites.ts'
import { type CompanyKey, organizationId, partnerIdOf, type Person, tenantId } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const unknown = '0e9a0e9a-1111-4222-8333-444455556666'
const agreement = { signedBy: 'Hana Seo', signedOn: '2026-01-15' }

describe('inviting a reseller', () => {
  let world: World
  let provider: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as Problem).code]
  const make = (tenant: string, headers: Record<string, string> = {}, by = provider) =>
    by('/reseller-invites', { json: { tenantId: tenant, displayName: 'Fourth Coffee' }, headers })
  const pathOf = ({ link }: ResellerInviteWithLink) => new URL(link).pathname.replace('/join/', '/joining/')
  const list = async (by = provider) => (await (await by('/reseller-invites')).json()) as Page<ResellerInvite>
  const entries = async (call: Call) => ((await (await call('/audit')).json()) as Page<{ action: string; nounId: string }>).items
  /** A visitor's Global admin: what signs in through an identity provider becomes, played on a persona. */
  const visiting = async (person: Person, company: CompanyKey, country = 'KR') => {
    await world.db.updateTable('organizations')
      .set({ kind: 'customer', visiting_since: world.now().toISOString(), country, cloud: 'global' })
      .where('id', '=', organizationId(company)).execute()
    await world.db.deleteFrom('partner_facts').where('organization_id', '=', organizationId(company)).execute()
    return world.as(person)
  }

  it('says the same of every tenant, whatever the portal knows of it, and gives a link that it can show again', async () => {
    const tenants = [unknown, ...(['proseware', 'adatum', 'tailspin', 'wideworld', 'wingtip'] as const).map(tenantId)]
    for (const tenant of tenants) {
      const answer = await make(tenant)
      expect(answer.status).toBe(201)
      const { id, link, etag, ...said } = (await answer.json()) as ResellerInviteWithLink
      expect(answer.headers.get('ETag')).toBe(etag)
      expect(link).toMatch(new RegExp(`^https://portal.example/join/${organizationId('contoso')}/${id}/[\\w-]{43}$`))
      expect(said).toMatchObject({ tenantId: tenant, displayName: 'Fourth Coffee', state: 'waiting', createdBy: 'Person provider.admin' })
      const shown = (await (await provider(`/reseller-invites/${id}/link`, { method: 'POST' })).json()) as ResellerInviteWithLink
      expect(shown.link).toBe(link)
    }
    const { items, total } = await list()
    expect([items.length, total.count, JSON.stringify(items).includes('join/')]).toEqual([tenants.length, tenants.length, false])
  })

  it('refuses by what the provider itself knows alone, and malformed tenants', async () => {
    await make(unknown)
    const refused = async (tenant: string) => codeOf(await make(tenant))
    expect(await refused(unknown)).toEqual([409, 'joining.already_invited'])
    expect(await refused(tenantId('contoso'))).toEqual([409, 'joining.own_tenant'])
    expect(await refused(tenantId('litware'))).toEqual([409, 'partnership.already_active'])
    expect(await refused('no tenant')).toEqual([422, 'request.invalid'])
    for (const person of ['provider.sales', 'reseller.admin', 'direct.admin', 'customer.globaladmin'] as const)
      expect((await make(crypto.randomUUID(), {}, await world.as(person))).status).toBe(403)
  })

  it('is made once a key, with its link each time, and withdrawn once', async () => {
    const key = { 'Idempotency-Key': 'one' }
    const [one, two] = [await make(unknown, key), await make(unknown, key)]
    const made = (await one.json()) as ResellerInviteWithLink
    expect(await two.json()).toEqual(made)
    expect(await codeOf(await make(crypto.randomUUID(), key))).toEqual([422, 'idempotency.mismatch'])
    const withdraw = (etag: string) => provider(`/reseller-invites/${made.id}/withdraw`, { method: 'POST', headers: { 'If-Match': etag } })
    expect((await withdraw('"7"')).status).toBe(412)
    expect((await (await withdraw(made.etag)).json()) as ResellerInvite).toMatchObject({ state: 'withdrawn' })
    expect(await codeOf(await withdraw('*'))).toEqual([409, 'joining.over'])
    expect((await (await world.guest(pathOf(made))).json()) as Joining).toMatchObject({ state: 'withdrawn', own: null })
  })

  it('is read by whoever has the link, and by nobody with another one', async () => {
    const made = (await (await make(unknown)).json()) as ResellerInviteWithLink
    const path = pathOf(made)
    expect(await (await world.guest(path)).json()).toMatchObject({
      provider: { displayName: 'Contoso Distribution', country: 'KR' }, tenantId: unknown, displayName: 'Fourth Coffee', state: 'waiting',
      own: null,
    })
    const other = (await (await make(crypto.randomUUID())).json()) as ResellerInviteWithLink
    const [, , providerId = '', inviteId = ''] = path.split('/')
    const swapped = `/joining/${providerId}/${inviteId}/${pathOf(other).split('/').at(-1)}`
    for (const wrong of [swapped, `/joining/${organizationId('wideworld')}/${path.split('/').slice(3).join('/')}`, `${path}x`])
      expect(await codeOf(await world.guest(wrong))).toEqual([404, 'joining.not_found'])
    expect(await codeOf(await world.guest(`${path}/authorize`, { json: { consent: true } }))).toEqual([401, 'session.required'])
  })

  it('BR-50, BR-51: a Global admin of an unknown tenant joins in one step, and the provider finds an active partner', async () => {
    const path = await giveInvite(world, 'contoso', 'proseware')
    const admin = await visiting('reseller2.globaladmin', 'proseware')
    expect(await codeOf(await admin('/partnerships'))).toEqual([403, 'session.visiting'])
    expect(await (await admin(path)).json()).toMatchObject({ own: { agreement: { basis: null, said: null } } })
    const join = (json: object, key = 'join') => admin(`${path}/authorize`, { json, headers: { 'Idempotency-Key': key } })
    expect(await codeOf(await join({ consent: false, agreement }, '1'))).toEqual([422, 'partnership.consent_required'])
    expect(await codeOf(await join({ consent: true }, '2'))).toEqual([422, 'partnership.agreement_unsigned'])
    const future = { ...agreement, signedOn: '2026-04-01' }
    expect(await codeOf(await join({ consent: true, agreement: future }, '3'))).toEqual([422, 'organization.agreement_in_future'])
    expect(await codeOf(await join({ consent: true, agreement, other: 1 }, '4'))).toEqual([422, 'request.invalid'])

    const answer = { consent: true, displayName: 'Proseware Seoul', agreement }
    const joined = (await (await join(answer)).json()) as Partnership
    expect(joined).toMatchObject({ state: 'active', agreementBasis: 'said_by_partner', reseller: { displayName: 'Proseware Seoul' } })
    expect(await (await join(answer)).json()).toEqual(joined)
    expect((await (await join(answer, 'again')).json()) as Partnership).toMatchObject({ id: joined.id, state: 'active' })
    expect((await (await admin('/session')).json())).toMatchObject({
      organization: { kind: 'indirect_reseller', displayName: 'Proseware Seoul' }, user: { roles: ['global_admin'] },
    })
    for (const side of [provider, admin]) {
      const { items } = (await (await side('/partnerships')).json()) as Page<Partnership>
      expect(items.find(({ id }) => id === joined.id)).toMatchObject({ state: 'active', agreementSigned: true })
    }
    const actions = async (call: Call) => (await entries(call)).map(({ action }) => action)
    expect(await actions(admin)).toEqual(
      expect.arrayContaining(['organization.registered', 'organization.agreement_said', 'partnership.authorized']),
    )
    expect((await actions(provider)).filter((action) => action === 'partnership.authorized')).toHaveLength(1)
    expect((await list()).items).toEqual([])
  })

  it('is answered by the invited tenant’s Global admin alone, and by nobody of another kind or country', async () => {
    const refusal = async (person: Person, invited: CompanyKey) => {
      const path = await giveInvite(world, 'contoso', invited)
      const call = await world.as(person)
      const one = await codeOf(await call(`${path}/authorize`, { json: { consent: true, agreement } }))
      const other = await codeOf(await call(`${path}/decline`, { method: 'POST' }))
      expect(other).toEqual(one)
      return one
    }
    expect(await refusal('reseller2.globaladmin', 'litware')).toEqual([403, 'joining.other_tenant'])
    expect(await refusal('provider.admin', 'proseware')).toEqual([403, 'joining.other_tenant'])
    expect(await refusal('reseller2.admin', 'proseware')).toEqual([403, 'joining.needs_global_admin'])
    expect(await refusal('customer.globaladmin', 'tailspin')).toEqual([403, 'joining.is_customer'])
    expect(await refusal('direct.admin', 'adatum')).toEqual([403, 'joining.is_other_partner'])
    expect(await refusal('reseller-cn.globaladmin', 'alpine')).toEqual([403, 'joining.region_mismatch'])
  })

  it('BR-54: the end of a partnership withdraws an invitation that waits, so that the reseller alone cannot take it up again', async () => {
    await make(tenantId('proseware'))
    const made = (await list()).items[0]
    const { link } = (await (await provider(`/reseller-invites/${made?.id}/link`, { method: 'POST' })).json()) as ResellerInviteWithLink
    const admin = await world.as('reseller2.globaladmin')
    const { id } = (await (await provider('/partnerships', { json: { partnerId: partnerIdOf('proseware') } })).json()) as Partnership
    expect((await admin(`/partnerships/${id}/authorize`, { json: { consent: true } })).status).toBe(200)
    expect((await provider(`/partnerships/${id}/remove`, { method: 'POST' })).status).toBe(200)
    const path = new URL(link).pathname.replace('/join/', '/joining/')
    expect(await codeOf(await admin(`${path}/authorize`, { json: { consent: true } }))).toEqual([409, 'joining.over'])
    expect((await list()).items).toMatchObject([{ state: 'withdrawn' }])
    expect((await entries(provider)).map(({ action, nounId }) => [action, nounId])).toContainEqual(['reseller_invite.withdrawn', made?.id])
  })

  it('tells of a partnership that is taken up again as it is, and so does the log', async () => {
    const admin = await world.as('reseller2.globaladmin')
    const { id } = (await (await provider('/partnerships', { json: { partnerId: partnerIdOf('proseware') } })).json()) as Partnership
    await provider(`/partnerships/${id}/remove`, { method: 'POST' })
    const path = await giveInvite(world, 'contoso', 'proseware')
    const joined = (await (await admin(`${path}/authorize`, { json: { consent: true } })).json()) as Partnership
    const { items } = (await (await provider('/partnerships')).json()) as Page<Partnership>
    const { etag, createdAt } = items.find((each) => each.id === id) ?? {}
    expect(joined).toMatchObject({ id, etag, createdAt, state: 'active' })
    for (const side of [provider, admin])
      expect((await entries(side)).filter(({ action }) => action === 'partnership.authorized')).toMatchObject([{ nounId: id }])
  })

  it('a declined or expired one is over', async () => {
    const path = await giveInvite(world, 'contoso', 'proseware')
    const admin = await world.as('reseller2.globaladmin')
    const decline = () => admin(`${path}/decline`, { method: 'POST' })
    expect((await decline()).status).toBe(204)
    expect(await codeOf(await admin(`${path}/authorize`, { json: { consent: true } }))).toEqual([409, 'joining.over'])
    expect((await list()).items).toMatchObject([{ state: 'declined' }])
    const next = await giveInvite(world, 'contoso', 'proseware')
    expect(await codeOf(await admin(path))).toEqual([404, 'joining.not_found'])
    world.wait(30 * 24 * 60 * 60 * 1000)
    const late = await world.as('reseller2.globaladmin')
    expect(await codeOf(await late(`${next}/authorize`, { json: { consent: true } }))).toEqual([409, 'joining.over'])
    expect((await list(await world.as('provider.admin'))).items).toMatchObject([{ state: 'lapsed' }])
  })

  it('BR-51: a registered reseller puts its agreement on record itself, and can then authorize', async () => {
    await world.db.deleteFrom('partner_facts').where('organization_id', '=', organizationId('proseware')).execute()
    const [admin, agent] = [await world.as('reseller2.globaladmin'), await world.as('reseller2.admin')]
    const said = (call: Call, json: object = agreement) => call('/organization/agreement', { json })
    expect(await codeOf(await said(agent))).toEqual([403, 'organization.only_global_admin_says'])
    expect(await codeOf(await said(provider))).toEqual([403, 'organization.only_resellers_say'])
    expect(await codeOf(await said(admin, { ...agreement, signedOn: '2026-04-01' }))).toEqual([422, 'organization.agreement_in_future'])
    expect(await codeOf(await said(admin, { signedBy: '', signedOn: 'yesterday' }))).toEqual([422, 'request.invalid'])
    expect(await (await admin('/organization/agreement')).json()).toEqual({ basis: null, said: null })
    expect((await said(admin)).status).toBe(200)
    expect(await (await agent('/organization/agreement')).json()).toMatchObject({
      basis: 'said_by_partner', said: { ...agreement, by: 'Person reseller2.globaladmin' },
    })
    expect(await codeOf(await said(admin))).toEqual([409, 'organization.agreement_on_record'])
    const { items } = (await (await admin('/partnerships')).json()) as Page<Partnership>
    expect(items).toMatchObject([{ agreementSigned: true, agreementBasis: 'said_by_partner' }])
  })
})
