import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvitationWithLink } from '../../domain/invitations/schemas.ts'
import { engines } from '../store/testing/test-engines.ts'
import { organizationId, tenantId } from './testing/people.ts'
import { draft, openWorld, type World } from './testing/world.ts'

describe.each(engines)('invitations on $name', (engine) => {
  let world: World
  beforeAll(async () => { world = await openWorld(await engine.open()) })
  afterAll(() => world.close())

  it('smoke', async () => {
    const sales = await world.as('provider.sales')
    const made = await sales('/invitations', { json: draft({ delivery: 'via_reseller', resellerId: organizationId('litware'), customer: { tenantId: tenantId('northwind'), companyName: 'Northwind' } }) })
    const body = (await made.json()) as InvitationWithLink
    console.log(made.status, JSON.stringify(body, null, 1), [...made.headers], world.failures)
    expect(made.status).toBe(201)
    const reseller = await world.as('reseller.admin')
    const message = await reseller(`/invitations/${body.id}/message`)
    console.log(await message.json())
    const f = await reseller(`/invitations/${body.id}/forward`, { json: { email: 'a@b.example' } })
    console.log(f.status, await f.json())
    const token = body.link.split('/').at(-1)
    console.log(await (await world.guest(`/acceptance/${token}`)).json())
    console.log((await world.guest(`/acceptance/${token}/open`, { method: 'POST' })).status)
    const ga = await world.as('newcustomer.globaladmin')
    const a = await ga(`/acceptance/${token}/accept`, { json: {} })
    console.log(a.status, await a.json())
    const b = await ga(`/acceptance/${token}/accept`, { json: {agreementAccepted: true} })
    console.log(b.status, await b.json())
    console.log(await (await sales(`/invitations/${body.id}`)).json())
    console.log(JSON.stringify(await (await sales(`/customers`)).json()))
    console.log(JSON.stringify(await (await reseller(`/customers`)).json()))
    console.log(JSON.stringify(await (await ga(`/receipts`)).json()))
    console.log(world.failures)
  })
})
