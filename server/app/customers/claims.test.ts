import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { HistoryEntry, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import { giveGdap } from '../testing/gdap.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const lucerne = tenantId('lucerne')
const person = 'Person newcustomer-br.globaladmin'

describe('what comes of a claim', () => {
  let world: World
  let provider: Call
  let customer: Call
  beforeEach(async () => {
    world = await openWorld()
    provider = await world.as('provider-br.admin')
    customer = await world.as('newcustomer-br.globaladmin')
  })
  afterEach(() => world.close())

  const imported = (name = 'Stranger') =>
    provider('/customers/import', {
      method: 'POST', headers: { 'Content-Type': 'text/csv' },
      body: `Microsoft ID,Company name,Primary domain name,Relationship\n${lucerne},${name},stranger.example,Cloud Reseller\n`,
    })
  const say = (verb: 'dispute' | 'withdraw-dispute') =>
    customer(`/my-partners/${organizationId('wideworld')}/${verb}`, { method: 'POST' })
  const claims = async (query = '') => ((await (await customer(`/my-partners/claims${query}`)).json()) as Page<TenantClaim>)
  const history = async () =>
    ((await (await provider(`/customers/${lucerne}/events`)).json()) as { items: HistoryEntry[] }).items
  const line = async () => (await (await provider(`/customers/${lucerne}`)).json()) as Customer

  it('is asked for by itself while nobody disputes it', async () => {
    await imported()
    const open = async () => {
      const { items, total } = await claims('?state=open')
      return [items.map(({ partner }) => partner.displayName), total.count]
    }
    expect(await open()).toEqual([['Wide World Distribuição'], 1])
    await say('dispute')
    expect([await open(), (await claims()).items.length]).toEqual([[[], 0], 1])
    await say('withdraw-dispute')
    expect(await open()).toEqual([['Wide World Distribuição'], 1])
    expect((await customer('/my-partners/claims?state=closed')).status).toBe(422)
  })

  it('that a dispute was withdrawn stays to be read on it, until it is disputed again', async () => {
    await imported()
    const told = async () => (await claims()).items.map(({ disputed, withdrawn }) => [disputed?.by ?? null, withdrawn?.by ?? null])
    expect(await told()).toEqual([[null, null]])
    await say('dispute')
    expect(await told()).toEqual([[person, null]])
    await say('withdraw-dispute')
    expect([await told(), (await claims()).items[0]?.withdrawn?.at]).toEqual([[[null, person]], (await line()).lastEventAt])
    await imported('Stranger by another name')
    expect(await told()).toEqual([[null, person]])
    await say('dispute')
    expect(await told()).toEqual([[person, null]])
  })

  it('is said since it was made again, when its row was taken back in between, and no longer since the first time', async () => {
    const since = async () => (await claims()).items.map((claim) => claim.since)
    await imported()
    const [first = ''] = await since()
    await imported('Stranger by another name')
    expect(await since()).toEqual([first])
    await provider(`/customers/${lucerne}/remove-relationship`, { json: {} })
    expect(await since()).toEqual([])
    world.wait(60_000)
    await imported()
    const [again = ''] = await since()
    expect(Date.parse(again) - Date.parse(first)).toBeGreaterThanOrEqual(60_000)
  })

  it('BR-36: the partner reads what happened to its row, and the last of it is the row’s last event', async () => {
    const told = async () => {
      const entries = await history()
      expect(entries.at(-1)?.at).toBe((await line()).lastEventAt)
      return entries.map(({ action, by }) => [action, by])
    }
    const byProvider = 'Person provider-br.admin'
    const happened: [string, string][] = []
    const then = async (step: () => Promise<unknown>, ...more: [string, string][]) => {
      await step()
      happened.push(...more)
      expect(await told()).toEqual(happened)
    }
    await then(() => imported(), ['customer.imported', byProvider])
    await then(() => imported())
    await then(() => say('dispute'), ['customer.disputed', person])
    await then(() => say('withdraw-dispute'), ['customer.dispute_withdrawn', person])
    await then(() => imported('Another name'), ['customer.imported', byProvider])
    expect((await history())[0]?.organization).toBe('Wide World Distribuição')
    let id = ''
    await then(async () => {
      const named = { tenantId: lucerne, displayName: 'Lucerne Livros' }
      id = (await giveGdap(world.db, 'wideworld', { customer: named, lastModifiedDateTime: world.now().toISOString() })).id
    }, ['gdap.activated', ''])
    await then(
      () => provider(`/delegated-admin/relationships/${id}/requests`, { json: { action: 'terminate' } }),
      ['gdap.terminated', ''],
    )
    await then(async () => {
      const { link } = (await (await provider('/invitations', { json: draft() })).json()) as InvitationWithLink
      await customer(`/acceptance/${tokenIn(link)}/accept`, { json: { agreementAccepted: true } })
    }, ['relationship.created', person])
    const attestation = { firstName: 'A', lastName: 'B', email: 'a@lucerne.example', dateAgreed: '2026-03-01' }
    await then(() => provider(`/customers/${lucerne}/agreement`, { json: attestation }), ['agreement.attested', byProvider])
  })

  it('BR-36: vouches for nobody where rights are asked, and with rights it does not make a reseller', async () => {
    await imported()
    const { id } = await giveGdap(world.db, 'wideworld', { customer: { tenantId: lucerne, displayName: 'Lucerne Livros' } })
    const asked = async () =>
      (await (await customer(`/delegated-admin/relationships/${id}`)).json()) as { hasResellerRelationship: boolean }
    const order = async () => {
      const { items } = (await (await provider(`/customers/${lucerne}/capabilities`)).json()) as
        { items: { action: string; verdict: { code?: string } }[] }
      return items.find(({ action }) => action === 'order')?.verdict.code
    }
    expect([(await asked()).hasResellerRelationship, await order()]).toEqual([false, 'customer.relation_not_confirmed'])
    const { link } = (await (await provider('/invitations', { json: draft() })).json()) as InvitationWithLink
    await customer(`/acceptance/${tokenIn(link)}/accept`, { json: { agreementAccepted: true } })
    expect([(await asked()).hasResellerRelationship, await order()]).toEqual([true, undefined])
  })

  it('an import is no event of each of its rows in the partner’s own record', async () => {
    await imported()
    const { items } = (await (await provider('/audit/recent?limit=50')).json()) as Page<{ action: string }>
    expect(items.map(({ action }) => action)).toEqual(['customers.imported'])
  })
})
