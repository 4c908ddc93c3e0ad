import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, type Person, tenantId } from '../testing/people.ts'
import { type Call, draft, giveCustomer, openWorld, tokenIn, type World } from '../testing/world.ts'

const northwind = tenantId('northwind')
const attestation = { firstName: 'No', lastName: 'Body', email: 'no@body.example', dateAgreed: '2026-01-01' }

describe('what one side alone says', () => {
  let world: World
  let admin: Call
  beforeEach(async () => {
    world = await openWorld()
    admin = await world.as('newcustomer.globaladmin')
    for (const partner of ['contoso', 'litware', 'adatum'] as const) await giveCustomer(world.db, partner, northwind, 'Northwind Traders')
    await (await world.as('direct.admin'))(`/customers/${northwind}/agreement`, { json: attestation })
  })
  afterEach(() => world.close())
  const agreementOf = async (person: Person) => (await (await world.as(person))(`/customers/${northwind}/agreement`)).json()
  const acceptUnticked = async (person: Person, country: string) => {
    await world.db.updateTable('organizations').set({ country }).where('tenant_id', '=', northwind).execute()
    const { link } = (await (await (await world.as(person))('/invitations', { json: draft() })).json()) as InvitationWithLink
    const answer = await admin(`/acceptance/${tokenIn(link)}/accept`, { json: {} })
    return answer.ok ? 'accepted' : ((await answer.json()) as Problem).code
  }

  it('BR-66: a partner’s word about the agreement is none of another partner’s', async () => {
    expect(await agreementOf('direct.admin')).toMatchObject({ status: 'accepted', basis: 'said_by_partner' })
    for (const other of ['provider.admin', 'reseller.admin'] as const)
      expect(await agreementOf(other)).toEqual({ applies: true, status: 'none', basis: null, by: null, contact: null, dateAgreed: null })
  })

  it('BR-35: it stands for the tick of its own invitations alone', async () => {
    expect(await acceptUnticked('provider.sales', 'KR')).toBe('acceptance.agreement_required')
    expect(await acceptUnticked('direct.admin', 'BR')).toBe('accepted')
  })

  it('BR-66: who spoke first neither keeps another from speaking nor stands in its place', async () => {
    const own = { ...attestation, firstName: 'Jun', dateAgreed: '2026-02-27' }
    const said = await (await world.as('provider.sales'))(`/customers/${northwind}/agreement`, { json: own })
    expect(await said.json()).toMatchObject({ contact: { firstName: 'Jun' }, dateAgreed: '2026-02-27' })
  })

  it('the customer reads who says it, and its own records hold nothing of it', async () => {
    const { attestations, acceptedOn } = (await (await admin('/my-partners/agreement')).json()) as OwnAgreement
    expect(attestations).toMatchObject([
      { partner: { id: organizationId('adatum') }, contact: { firstName: 'No' }, dateAgreed: '2026-01-01', basis: 'said_by_partner' },
    ])
    expect(acceptedOn).toBeNull()
    expect(await (await admin('/audit')).json()).toMatchObject({ items: [] })
  })
})
