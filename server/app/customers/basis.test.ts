import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer, ImportReport } from '../../../domain/customers/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { type PartnerOfTenant, TenantClaim } from '../../../domain/relationships/schemas.ts'
import { giveSubscription } from '../testing/bought.ts'
import { giveGdap } from '../testing/gdap.ts'
import { companies, type CompanyKey, organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

type Named = { items: { partner: { displayName: string } }[] }

const lucerne = tenantId('lucerne')
const attestation = { firstName: 'Sora', lastName: 'Min', email: 'sora@lucerne.example', dateAgreed: '2026-03-01' }
const header = 'Microsoft ID,Company name,Primary domain name,Relationship'

describe('what a row in a file opens', () => {
  let world: World
  let provider: Call
  beforeEach(async () => {
    world = await openWorld()
    await giveCustomer(world.db, 'adatum', lucerne, 'Lucerne Livros', 'reseller', { country: 'BR' })
    await giveSubscription(world.db, lucerne, 'adatum')
    provider = await world.as('provider-br.admin')
  })
  afterEach(() => world.close())

  const imported = (call: Call, id = lucerne, relation = 'Cloud Reseller') =>
    call('/customers/import', {
      method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: `${header}\n${id},Stranger,stranger.example,${relation}\n`,
    })
  const codeOf = async (answer: Response) =>
    answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`

  it.each(['/subscriptions', '/partners', '/agreement'])('BR-36: %s of a stranger stays closed', async (rest) => {
    expect((await imported(provider)).status).toBe(200)
    expect(await codeOf(await provider(`/customers/${lucerne}${rest}`))).toBe('403 customer.not_confirmed')
    const { paths } = (await (await world.guest('/openapi.json')).json()) as { paths: Record<string, { get: { responses: object } }> }
    expect(Object.keys(paths[`/api/customers/{id}${rest}`]?.get.responses ?? {})).toContain('403')
  })

  it('BR-36: nobody attests for a stranger', async () => {
    await imported(provider)
    expect(await codeOf(await provider(`/customers/${lucerne}/agreement`, { json: attestation }))).toBe('403 customer.not_confirmed')
    expect(await world.db.selectFrom('partner_attestations').selectAll().execute()).toEqual([])
  })

  it('BR-48: whoever imports a tenant is none of its partners', async () => {
    await imported(provider)
    const customer = await world.as('newcustomer-br.globaladmin')
    const { items } = (await (await customer('/my-partners')).json()) as Named
    expect(items.map(({ partner }) => partner.displayName)).toEqual(['Adatum Direct'])
  })

  const customer = async (call = provider, id = lucerne) => (await (await call(`/customers/${id}`)).json()) as Customer
  const admin = () => world.as('newcustomer-br.globaladmin')
  const claims = async (call: Call) => ((await (await call('/my-partners/claims')).json()) as Page<TenantClaim>).items
  const partners = async (call: Call) =>
    ((await (await call('/my-partners')).json()) as Named).items.map(({ partner }) => partner.displayName)
  const actions = async (call: Call) =>
    ((await (await call('/audit/recent?limit=50')).json()) as Page<{ action: string }>).items.map(({ action }) => action)
  const accept = async (by: Call = provider, changes = {}) => {
    const { link } = (await (await by('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
    return (await admin())(`/acceptance/${tokenIn(link)}/accept`, { json: { agreementAccepted: true } })
  }

  it('BR-36: the row says what it rests on, and is taken back whatever the stranger has bought', async () => {
    await giveSubscription(world.db, lucerne, 'wideworld')
    await imported(provider)
    expect(await customer()).toMatchObject({ basis: 'said_by_partner', disputedAt: null, relationshipToPartner: 'reseller' })
    expect(await codeOf(await provider(`/customers/${lucerne}/remove-relationship`, { json: {} }))).toBe('204')
    expect(await codeOf(await provider(`/customers/${lucerne}`))).toBe('404 customer.not_found')
    expect(await claims(await admin())).toEqual([])
    expect(await actions(await admin())).toEqual(['customer.claimed'])
  })

  it('BR-36: a yes to an invitation opens it, and the claim is none any more', async () => {
    await imported(provider)
    expect((await accept()).status).toBe(200)
    expect((await customer()).basis).toBe('accepted')
    expect(await codeOf(await provider(`/customers/${lucerne}/subscriptions`))).toBe('200')
    expect([await partners(await admin()), await claims(await admin())]).toEqual([['Adatum Direct', 'Wide World Distribuição'], []])
  })

  it('BR-54e: another partner’s invitation confirms no more than it says', async () => {
    await world.db.deleteFrom('customers').where('partner_id', '=', organizationId('adatum')).execute()
    await imported(await world.as('direct.admin'))
    await accept(provider, { delivery: 'via_reseller', resellerId: organizationId('adatum') })
    expect(await customer(await world.as('direct.admin'))).toMatchObject({
      basis: 'accepted', owner: { id: organizationId('wideworld') }, reseller: { id: organizationId('adatum') },
    })
  })

  it('BR-74: granted rights open it while they stand', async () => {
    await imported(provider)
    const named = { tenantId: lucerne, displayName: 'Lucerne Livros' }
    const { id } = await giveGdap(world.db, 'wideworld', { customer: named })
    expect((await customer()).basis).toBe('granted')
    expect(await codeOf(await provider(`/customers/${lucerne}/partners`))).toBe('200')
    expect(await codeOf(await provider(`/delegated-admin/relationships/${id}/requests`, { json: { action: 'terminate' } }))).toBe('201')
    expect((await customer()).basis).toBe('said_by_partner')
    expect(await codeOf(await provider(`/customers/${lucerne}/partners`))).toBe('403 customer.not_confirmed')
    expect(await partners(await admin())).toEqual(['Adatum Direct'])
  })

  it('BR-06: granted rights make nobody the reseller that it says it is, until the customer says so', async () => {
    await imported(provider)
    await giveGdap(world.db, 'wideworld', { customer: { tenantId: lucerne, displayName: 'Lucerne Livros' } })
    const sells = async () => {
      const { items } = (await (await (await admin())('/my-partners')).json()) as Page<PartnerOfTenant>
      return items.find(({ partner }) => partner.id === organizationId('wideworld'))?.transacts
    }
    expect([await sells(), await claims(await admin())]).toMatchObject([false, [{ hasAdminRights: true }]])
    await accept()
    expect([await sells(), await claims(await admin())]).toEqual([true, []])
  })

  it('BR-48: an import hides no partner that the customer has, and lifts no basis', async () => {
    const direct = await world.as('direct.admin')
    const report = (await (await imported(direct, lucerne, 'None')).json()) as ImportReport
    expect([report.updated, (await (await imported(direct, lucerne, 'None')).json())]).toMatchObject([1, { unchanged: 1 }])
    expect(await customer(direct)).toMatchObject({
      companyProfile: { companyName: 'Stranger' }, basis: 'accepted', relationshipToPartner: 'reseller',
      owner: { id: organizationId('adatum') },
    })
    expect(await partners(await admin())).toEqual(['Adatum Direct'])
    await imported(provider)
    await imported(provider, lucerne, 'Advisor')
    expect(await customer()).toMatchObject({ basis: 'said_by_partner', relationshipToPartner: 'advisor' })
  })

  it('BR-48: an import says which relation it left as it was confirmed, dry and done alike, and says it of no other', async () => {
    const direct = await world.as('direct.admin')
    const told = async (relation: string, query = '') => {
      const body = [header, `${crypto.randomUUID()},New,new.example,Advisor`, `${lucerne},Stranger,stranger.example,${relation}`].join('\n')
      const answer = await direct(`/customers/import${query}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body })
      return ((await answer.json()) as ImportReport).notices.map(({ line, code }) => `${line} ${code}`)
    }
    const kept = ['3 import.relation_kept']
    expect([await told('None', '?dryRun=true'), await told('None'), await told('None')]).toEqual([kept, kept, kept])
    expect([await told('"Cloud Reseller, Advisor"'), await told('Cloud Reseller')]).toEqual([kept, []])
    expect((await customer(direct)).relationshipToPartner).toBe('reseller')
    await imported(provider)
    expect(((await (await imported(provider, lucerne, 'Advisor')).json()) as ImportReport).notices).toEqual([])
  })

  describe('what the customer sees of it', () => {
    const dispute = (call: Call, partner: CompanyKey = 'wideworld', key?: string) =>
      call(`/my-partners/${organizationId(partner)}/dispute`, { method: 'POST', ...(key && { headers: { 'Idempotency-Key': key } }) })

    it('reads each claim once, in its own record and under My partners, however often the list is imported', async () => {
      for (let times = 0; times < 3; times += 1) {
        await imported(provider)
        await provider(`/customers/${lucerne}/remove-relationship`, { json: {} })
      }
      await imported(provider)
      expect(await actions(await admin())).toEqual(['customer.claimed'])
      const [claim, ...more] = await claims(await admin())
      expect(TenantClaim.parse(claim)).toMatchObject({ partner: { displayName: 'Wide World Distribuição' }, disputed: null })
      expect(more).toEqual([])
    })

    it('a row of no relation claims nothing', async () => {
      await imported(provider, lucerne, 'None')
      expect([await claims(await admin()), await actions(await admin())]).toEqual([[], []])
    })

    it('disputes it: the partner reads it on its row and in its record, and no further import undoes it', async () => {
      await imported(provider)
      const { etag } = await customer()
      expect(await codeOf(await dispute(await admin()))).toBe('204')
      const after = await customer()
      expect([after.disputedAt, after.etag === etag]).toEqual([expect.any(String), false])
      expect((await claims(await admin()))[0]?.disputed?.by).toBe('Person newcustomer-br.globaladmin')
      for (const call of [await admin(), provider]) expect(await actions(call)).toContain('customer.disputed')
      await provider(`/customers/${lucerne}/remove-relationship`, { json: {} })
      await imported(provider)
      expect((await customer()).disputedAt).toBe(after.disputedAt)
      await accept()
      expect(await customer()).toMatchObject({ basis: 'accepted', disputedAt: null })
    })

    const withdraw = (call: Call, key?: string) =>
      call(`/my-partners/${organizationId('wideworld')}/withdraw-dispute`, {
        method: 'POST', ...(key && { headers: { 'Idempotency-Key': key } }),
      })

    it('takes its objection back: the claim stands and opens nothing, both records say so, and it may object again', async () => {
      await imported(provider)
      const call = await admin()
      expect(await codeOf(await withdraw(call))).toBe('409 claim.not_disputed')
      await dispute(call)
      const { etag } = await customer()
      expect(await codeOf(await withdraw(await world.as('newcustomer.globaladmin')))).toBe('404 partner.not_found')
      expect(await codeOf(await withdraw(provider))).toBe('404 partner.not_found')
      const told = await Promise.all(Array.from({ length: 4 }, async () => codeOf(await withdraw(call, 'w'))))
      expect([...told, await codeOf(await withdraw(call))]).toEqual(['204', '204', '204', '204', '409 claim.not_disputed'])
      const after = await customer()
      expect([after.disputedAt, after.basis, after.etag === etag]).toEqual([null, 'said_by_partner', false])
      expect((await claims(call)).map(({ disputed }) => disputed)).toEqual([null])
      expect(await codeOf(await provider(`/customers/${lucerne}/subscriptions`))).toBe('403 customer.not_confirmed')
      for (const reader of [call, provider])
        expect((await actions(reader)).filter((action) => action === 'customer.dispute_withdrawn')).toHaveLength(1)
      expect(await codeOf(await dispute(call))).toBe('204')
    })

    it('with one key, at once and again, is done once', async () => {
      await imported(provider)
      const call = await admin()
      const told = await Promise.all(Array.from({ length: 4 }, async () => codeOf(await dispute(call, 'wideworld', 'k'))))
      expect([...told, await codeOf(await dispute(call, 'wideworld', 'k'))]).toEqual(Array.from({ length: 5 }, () => '204'))
      expect(await codeOf(await dispute(call))).toBe('409 claim.already_disputed')
      expect((await actions(call)).filter((action) => action === 'customer.disputed')).toHaveLength(1)
    })

    it.each<[string, Person, CompanyKey, string]>([
      ['a partner that works for it', 'newcustomer-br.globaladmin', 'adatum', '404 partner.not_found'],
      ['another customer’s', 'newcustomer.globaladmin', 'wideworld', '404 partner.not_found'],
      ['a partner for the customer', 'direct.admin', 'wideworld', '404 partner.not_found'],
    ])('disputes nothing of %s', async (_what, person, partner, expected) => {
      await imported(provider)
      expect(await codeOf(await dispute(await world.as(person), partner))).toBe(expected)
      expect((await customer()).disputedAt).toBeNull()
    })
  })

  describe('what cannot be a customer', () => {
    const impossible = ['adatum', 'wideworld', 'tailspin', 'margie', 'coho'] as const
    const rejectedOf = async (answer: Response) => ((await answer.json()) as ImportReport).rejected.map(({ line, code }) => [line, code])
    const file = (ids: readonly string[]) => [header, ...ids.map((id) => `${id},Stranger,stranger.example,Cloud Reseller`)].join('\n')
    const send = (ids: readonly string[], query = '') =>
      provider(`/customers/import${query}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file(ids) })
    const used = (count: number, day = '2026-03-02') =>
      world.db
        .insertInto('limits')
        .values({ owner: organizationId('wideworld'), what: 'refused_rows', day, count })
        .execute()

    it('BR-21, BR-34, BR-39, BR-54d: is refused in one word, dry and done alike; the rows beside it are taken', async () => {
      const ids = [lucerne, ...impossible.map(tenantId), crypto.randomUUID()]
      const expected = impossible.map((_, position) => [position + 3, 'import.cannot_be_yours'])
      expect(await rejectedOf(await send(ids, '?dryRun=true'))).toEqual(expected)
      const answer = await send(ids)
      expect(await answer.clone().json()).toMatchObject({ created: 2 })
      expect(await rejectedOf(answer)).toEqual(expected)
      expect(((await (await provider('/customers')).json()) as Page<Customer>).total.count).toBe(2)
      expect(Object.keys(companies)).toEqual(expect.arrayContaining([...impossible]))
    })

    it('is told so often a day and no more; then nothing is told of any row, until the next day', async () => {
      await used(198)
      expect(await rejectedOf(await send(impossible.slice(0, 2).map(tenantId)))).toHaveLength(2)
      const answer = await send([crypto.randomUUID()], '?dryRun=true')
      expect(answer.headers.get('Retry-After')).toBe('54000')
      expect(await answer.json()).toMatchObject({
        status: 429, code: 'import.too_many_refused', detail: expect.stringContaining('March 3, 2026') as string,
      })
      world.wait(15 * 60 * 60 * 1000)
      provider = await world.as('provider-br.admin')
      expect((await send([crypto.randomUUID()], '?dryRun=true')).status).toBe(200)
    })

    it('a file that goes over the day’s number tells nothing, and uses it up', async () => {
      await used(199)
      expect(await codeOf(await send(impossible.slice(0, 2).map(tenantId)))).toBe('429 import.too_many_refused')
      expect(await codeOf(await send([tenantId('adatum')]))).toBe('429 import.too_many_refused')
      expect(((await (await provider('/customers')).json()) as Page<Customer>).total.count).toBe(0)
    })

    it('a customer that accepted stays importable when its country is another by now', async () => {
      await imported(provider)
      await accept()
      await world.db.updateTable('organizations').set({ country: 'KR' }).where('tenant_id', '=', lucerne).execute()
      expect(await rejectedOf(await send([lucerne]))).toEqual([])
    })
  })
})
