import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../domain/problem.ts'
import { engines } from '../store/testing/test-engines.ts'
import { giveSubscription } from './testing/bought.ts'
import { tenantId } from './testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from './testing/world.ts'

const lucerne = tenantId('lucerne')
const attestation = { firstName: 'Sora', lastName: 'Min', email: 'sora@lucerne.example', dateAgreed: '2026-03-01' }
const header = 'Microsoft ID,Company name,Primary domain name,Relationship'

describe.each(engines)('what a row in a file opens on $name', (engine) => {
  let world: World
  let provider: Call
  beforeEach(async () => {
    world = await openWorld(await engine.open())
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
  })

  it('BR-36: nobody attests for a stranger', async () => {
    await imported(provider)
    expect(await codeOf(await provider(`/customers/${lucerne}/agreement`, { json: attestation }))).toBe('403 customer.not_confirmed')
    expect(await world.db.selectFrom('attestations').selectAll().execute()).toEqual([])
  })

  it('BR-48: whoever imports a tenant is none of its partners', async () => {
    await imported(provider)
    const customer = await world.as('newcustomer-br.globaladmin')
    const { items } = (await (await customer('/my-partners')).json()) as { items: { partner: { displayName: string } }[] }
    expect(items.map(({ partner }) => partner.displayName)).toEqual(['Adatum Direct'])
  })
})
