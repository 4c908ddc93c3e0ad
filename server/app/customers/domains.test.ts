import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Customer, ImportReport } from '../../../domain/customers/schemas.ts'
import type { Acceptance, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Session } from '../../../domain/session/schemas.ts'
import { organizationId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const header = 'Microsoft ID,Company name,Primary domain name,Relationship'
const idOf = (number: number) => `0a5d1b1e-1111-4a11-8a11-${String(number).padStart(12, '0')}`
const twoForms = [
  header,
  `${idOf(1)},IDN GmbH,münchen.example,Cloud Reseller`,
  `${idOf(2)},Pun GmbH,xn--mnchen-3ya.example,Cloud Reseller`,
].join('\r\n')
const invisible = [
  header,
  `${idOf(61)},Zero\u200bWidth Ltd,zerowidth.example,Cloud Reseller`,
  `\u200e${idOf(62)},Leftmark Ltd,leftmark.example,Cloud Reseller`,
  `${idOf(63)},Softhyphen Ltd,\u200bsofthyphen.example,Cloud Reseller`,
  `${idOf(64)},Nbsp\u00a0Ltd,nbsp.example ,Cloud Reseller`,
  `${idOf(65)},Shy\u00adphen Ltd,shyphen.example,Cloud\u00a0Reseller`,
].join('\n')

describe('domains and unseen characters', () => {
  let world: World
  let sales: Call
  beforeAll(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterAll(() => world.close())

  const send = async (body: string) =>
    (await (await sales('/customers/import', { method: 'POST', body, headers: { 'Content-Type': 'text/csv' } })).json()) as ImportReport
  const listed = async () => {
    const { items } = (await (await sales('/customers?limit=100')).json()) as Page<Customer>
    return items.map(({ id, companyProfile: { companyName, domain }, relationshipToPartner }) =>
      [id, companyName, domain, relationshipToPartner])
  }

  it('a domain has one form, however a list spells it; two tenants that say the same one both stay', async () => {
    expect(await send(twoForms)).toMatchObject({ created: 2, rejected: [], notices: [] })
    expect(await send(twoForms)).toMatchObject({ unchanged: 2 })
    expect(await send(twoForms.replace('münchen', 'XN--MNCHEN-3YA'))).toMatchObject({ unchanged: 2, updated: 0 })
    expect(await listed()).toEqual([
      [idOf(1), 'IDN GmbH', 'münchen.example', 'reseller'], [idOf(2), 'Pun GmbH', 'münchen.example', 'reseller'],
    ])
  })

  it('a list is read with clean ids, names, domains and relationships', async () => {
    expect(await send(invisible)).toMatchObject({ created: 5, rejected: [] })
    expect((await listed()).filter(([id]) => (id ?? '') >= idOf(61))).toEqual([
      [idOf(62), 'Leftmark Ltd', 'leftmark.example', 'reseller'], [idOf(64), 'Nbsp Ltd', 'nbsp.example', 'reseller'],
      [idOf(65), 'Shyphen Ltd', 'shyphen.example', 'reseller'], [idOf(63), 'Softhyphen Ltd', 'softhyphen.example', 'reseller'],
      [idOf(61), 'ZeroWidth Ltd', 'zerowidth.example', 'reseller'],
    ])
  })

  it('a line that was kept in another form is shown in the one form, and kept in it by the next import', async () => {
    await world.db.updateTable('customers').set({ domain: 'xn--mnchen-3ya.example' }).where('id', '=', idOf(1)).execute()
    expect((await listed())[0]).toEqual([idOf(1), 'IDN GmbH', 'münchen.example', 'reseller'])
    expect(await send(twoForms)).toMatchObject({ updated: 1, unchanged: 1 })
    const rows = await world.db.selectFrom('customers').select('domain').where('id', '=', idOf(1)).execute()
    expect(rows).toEqual([{ domain: 'münchen.example' }])
  })

  it('an invitation names its customer by a domain and an address in the one form', async () => {
    const customer = { domain: 'XN--MNCHEN-3YA.example', email: 'a&b@ＭÜNCHEN.example', tenantId: `\u200e${idOf(1).toUpperCase()}\u00a0` }
    const answer = await sales('/invitations', { json: draft({ customer }) })
    expect([answer.status, ((await answer.json()) as InvitationWithLink).customer])
      .toEqual([201, { domain: 'münchen.example', email: 'a&b@münchen.example', tenantId: idOf(1) }])
  })

  it('a partner’s own domain is readable to itself and to its customers', async () => {
    await world.db.updateTable('organizations').set({ domain: 'xn--mnchen-3ya.example' })
      .where('id', '=', organizationId('contoso')).execute()
    expect(((await (await sales('/session')).json()) as Session).organization.domain).toBe('münchen.example')
    const { link } = (await (await sales('/invitations', { json: draft() })).json()) as InvitationWithLink
    const page = (await (await world.guest(`/acceptance/${tokenIn(link)}`)).json()) as Acceptance
    expect(page.inviter.domain).toBe('münchen.example')
  })

  it('a search forgives what came along when its words were copied', async () => {
    const pasted = encodeURIComponent('\u200eleft\u00admark\u00a0Ltd ')
    const { items } = (await (await sales(`/customers?search=${pasted}`)).json()) as Page<Customer>
    expect(items.map(({ id }) => id)).toEqual([idOf(62)])
  })
})
