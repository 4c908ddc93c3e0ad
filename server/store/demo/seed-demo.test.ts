import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { Customer } from '../../../domain/customers/schemas.ts'
import { Invitation, type Receipt } from '../../../domain/invitations/schemas.ts'
import { invitationStates } from '../../../domain/invitations/states.ts'
import { shownState, turnOf } from '../../../domain/invitations/turn.ts'
import { Persona } from '../../../domain/session/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { channels } from '../../../domain/subscriptions/channels.ts'
import { Subscription } from '../../../domain/subscriptions/schemas.ts'
import { checkSubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { partnersMap } from '../../../domain/relationships/partners-map.ts'
import { removalBlockers } from '../../../domain/relationships/removal.ts'
import { scopeOf } from '../scope.ts'
import type { PageRequest } from '../sql/page.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { demoCustomers, demoOrganizations, demoOtherPartners } from './demo-organizations.ts'
import { demoPeople, type DemoPersona } from './demo-people.ts'
import { scene } from './scene.ts'
import { seedDemo } from './seed-demo.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const tokenHashOf = (link: { id: string; inviter: { id: string }; linkNumber: number }) =>
  Promise.resolve(`hash of ${link.inviter.id}/${link.id}/${link.linkNumber}`)
const scopeFor = (persona: DemoPersona) => scopeOf(demoPeople[persona])

async function all<Item>(list: (page: PageRequest) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list({ limit: 100, cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await engine.open()
      await Promise.all([seedDemo(opened.db, { now, tokenHashOf }), seedDemo(opened.db, { now, tokenHashOf })])
    })
    afterEach(() => opened.close())

    const customersOf = (persona: DemoPersona, view = {}) =>
      all((page) => opened.store.customers.list(scopeFor(persona), { sort: 'companyName', ...view }, page))
    const invitationsOf = (persona: DemoPersona, view = {}) =>
      all((page) => opened.store.invitations.list(scopeFor(persona), view, page, now.toISOString()))

    it('is made once, however often and by however many it is asked for', async () => {
      await seedDemo(opened.db, { now: new Date('2026-04-01T00:00:00Z'), tokenHashOf })
      expect(await customersOf('provider.sales')).toHaveLength(scene.customerCount)
    })

    it('leaves a scene of an earlier version as it is', async () => {
      await opened.db.deleteFrom('partner_facts').execute()
      await opened.db.deleteFrom('subscriptions').execute()
      await seedDemo(opened.db, { now, tokenHashOf })
      expect(await opened.db.selectFrom('subscriptions').selectAll().execute()).toEqual([])
    })

    it('offers every persona, each in the language of its country', async () => {
      const personas = await opened.store.users.personas()
      expect(personas.map(({ persona }) => persona)).toEqual(Object.keys(demoPeople))
      for (const persona of personas) expect(Persona.safeParse(persona).error).toBeUndefined()
      expect(new Set(personas.map(({ user }) => user.locale))).toEqual(new Set(['ko', 'pt-BR', 'de', 'zh-Hans']))
    })

    it('has partnerships where the scene needs them, seen from both sides, and none for Proseware', async () => {
      const partnersOf = async (persona: DemoPersona) =>
        (await opened.store.partnerships.list(scopeFor(persona), { limit: 10 })).items.map(
          ({ provider, reseller }) => `${provider.displayName} – ${reseller.displayName}`,
        )
      expect(await partnersOf('provider.admin')).toEqual(['Contoso Distribution – Litware Resell'])
      expect(await partnersOf('reseller.admin')).toEqual(['Contoso Distribution – Litware Resell'])
      expect(await partnersOf('reseller-de.admin')).toEqual(['Fabrikam Deutschland – Wingtip Handel'])
      expect(await partnersOf('reseller-cn.admin')).toEqual(['Woodgrove China – Alpine Resell'])
      expect(await partnersOf('reseller2.admin')).toEqual([])
    })

    it('gives Contoso customers in every state that a list shows, and Litware its share without admin rights', async () => {
      const customers = await customersOf('provider.sales')
      for (const customer of customers) expect(Customer.safeParse({ ...customer, etag: '' }).error).toBeUndefined()
      expect(new Set(customers.map((customer) => customer.relationshipToPartner)).size).toBe(6)
      for (const admin of ['dap', 'gdap', 'none']) expect((await customersOf('provider.sales', { admin })).length).toBeGreaterThan(20)
      for (const script of [/\p{sc=Latin}/u, /\p{sc=Hangul}/u, /\p{sc=Han}/u, /\p{sc=Katakana}/u, /\p{sc=Cyrillic}/u])
        expect(customers.filter((customer) => script.test(customer.companyProfile.companyName)).length).toBeGreaterThan(10)
      const soon = new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000).toISOString()
      expect(customers.filter(({ gdap }) => gdap.active && (gdap.nextEndDateTime ?? soon) < soon).length).toBeGreaterThan(5)
      expect(customers.filter((customer) => customer.aliases.length > 0).length).toBeGreaterThan(20)
      expect(customers.map((customer) => customer.id)).toContain(scene.organizations.tailspin.tenantId)

      const { id: litware } = scene.organizations.litware
      const share = await customersOf('reseller.sales')
      expect(share.map(({ id }) => id).toSorted()).toEqual(
        (await customersOf('provider.sales', { reseller: litware })).map(({ id }) => id).toSorted(),
      )
      expect(share.length).toBeGreaterThan(50)
      for (const { owner, allowDelegatedAccess } of share)
        expect([owner?.displayName, allowDelegatedAccess]).toEqual(['Contoso Distribution', false])
    })

    it('tells about forty invitations of Contoso in every state but `returned`, as the transitions of the domain make them', async () => {
      const invitations = await invitationsOf('provider.sales')
      expect(invitations.length).toBeGreaterThan(38)
      expect(new Set(invitations.map((invitation) => shownState(invitation, now)))).toEqual(
        new Set(invitationStates.filter((state) => state !== 'returned')),
      )
      for (const invitation of invitations) {
        const derived = { overdueSince: null, nextEvent: null, remindedAt: null, remindersStoppedAt: null, microsoftLink: null, etag: '' }
        const shown = { ...invitation, ...derived, turn: turnOf(invitation, now) }
        expect(Invitation.safeParse(shown).error).toBeUndefined()
        expect(invitation.since >= invitation.createdAt && invitation.since <= now.toISOString()).toBe(true)
        const history = await opened.store.audit.ofRow(scopeFor('provider.sales'), 'invitations', invitation.id)
        expect(history[0]?.action).toBe('invitation.created')
        expect(await opened.store.invitations.hasLivingLink(scopeFor('provider.sales'), invitation.id, await tokenHashOf(invitation))).toBe(
          true,
        )
      }
      const madeBy = await opened.db.selectFrom('invitation_makers').select('invitation_id').execute()
      expect(madeBy.map((row) => row.invitation_id)).toEqual(expect.arrayContaining(invitations.map(({ id }) => id)))
      const scenes = [scene.invitationForTailspin, scene.overdueInvitation, scene.lapsingInvitation, scene.reusableInvitation]
      for (const { id, note } of scenes) expect(invitations.find((invitation) => invitation.id === id)?.note).toBe(note)
      expect(invitations.find(({ id }) => id === scene.reusableInvitation.id)?.acceptedCount).toBe(3)
    })

    it('lets Litware wait for several invitations, the one for Tailspin among them', async () => {
      const waiting = await invitationsOf('reseller.sales', { turn: 'reseller' })
      expect(waiting.length).toBeGreaterThan(3)
      expect(waiting.map(({ id }) => id)).toContain(scene.invitationForTailspin.id)
    })

    it('asks with an invitation only what its cloud allows', async () => {
      for (const persona of ['provider.sales', 'direct.admin', 'direct-de.admin', 'provider-cn.admin'] as const) {
        const { dapWithInvitation } = cloudPolicies[demoPeople[persona].organization.cloud]
        const asked = new Set((await invitationsOf(persona)).map(({ includeDap }) => includeDap))
        expect(asked).toEqual(new Set([dapWithInvitation === 'required']))
      }
    })

    it('leaves the new customers without partner, agreement or receipt, and Tailspin with one', async () => {
      const receiptsOf = (persona: DemoPersona) => all<Receipt>((page) => opened.store.receipts.list(scopeFor(persona), page))
      for (const persona of [
        'newcustomer.globaladmin',
        'newcustomer-br.globaladmin',
        'customer-de.globaladmin',
        'customer-cn.globaladmin',
      ] as const) {
        expect(await receiptsOf(persona)).toEqual([])
        expect(await opened.store.agreements.own(scopeFor(persona))).toEqual({ acceptedOn: null, attestations: [] })
      }
      expect(await receiptsOf('customer.globaladmin')).toHaveLength(1)
    })

    describe('what customers have bought', () => {
      const bought = (persona: DemoPersona, tenant: { tenantId: string }) =>
        opened.store.subscriptions.list(scopeFor(persona), tenant.tenantId)
      const partners = async (persona: DemoPersona, tenant: { tenantId: string }) =>
        partnersMap(await opened.store.relationships.partnersOf(scopeFor(persona), tenant.tenantId), await bought(persona, tenant))

      it('contradicts nothing, but for one on purpose', async () => {
        const contradictory: string[] = []
        for (const [persona, cloud] of [
          ['provider.sales', 'global'],
          ['direct.admin', 'global'],
          ['direct-de.admin', 'germany'],
          ['provider-cn.admin', 'china'],
        ] as const)
          for (const { id } of await customersOf(persona))
            for (const facts of await opened.store.subscriptions.list(scopeFor(persona), id)) {
              expect(Subscription.safeParse({ ...facts, etag: '' }).error).toBeUndefined()
              const knows = facts.partnerId === null || (await opened.store.organizations.hasPartnerId(facts.partnerId))
              if (!checkSubscriptionFacts(facts, cloudPolicies[cloud], knows).allowed) contradictory.push(facts.offerName)
            }
        expect(contradictory).toEqual(['Office 365 E3'])
      })

      it('is, with Tailspin, of every channel, billing, kind and status that the screens tell apart', async () => {
        const bundle = await bought('customer.globaladmin', demoOrganizations.tailspin)
        expect(new Set(bundle.map(({ channel }) => channel))).toEqual(new Set(channels.filter((channel) => channel !== '21vianet_direct')))
        expect(new Set(bundle.map(({ kind }) => kind))).toEqual(new Set(['subscription', 'reservation', 'software']))
        expect(new Set(bundle.map(({ status }) => status))).toEqual(new Set(['active', 'suspended', 'expired']))
        expect(bundle.filter(({ billingType, channel }) => billingType === 'usage' && channel === 'csp').length).toBeGreaterThan(1)
        expect(
          bundle.some(
            ({ seller, partnerId }) =>
              seller?.organizationId === demoOrganizations.contoso.id && partnerId === demoOrganizations.litware.partnerId,
          ),
        ).toBe(true)
      })

      it('keeps Contoso from leaving Tailspin in every way, and from leaving Southridge in none', async () => {
        const blockers = async (tenant: { tenantId: string }) =>
          removalBlockers(demoOrganizations.contoso.id, await bought('provider.admin', tenant), now.toISOString()).map(({ code }) => code)
        expect(new Set(await blockers(demoOrganizations.tailspin))).toEqual(
          new Set(['active_subscription', 'cancellation_window_closed', 'reservation', 'software']),
        )
        expect(await bought('provider.admin', demoCustomers.southridge)).not.toEqual([])
        expect(await blockers(demoCustomers.southridge)).toEqual([])
      })

      it('comes from several partners, service by service, in every cloud; one asks Tailspin for its reseller', async () => {
        const services = (map: Awaited<ReturnType<typeof partners>>) =>
          map.flatMap(({ services: sold }) => sold.filter(({ transacts }) => transacts).map(({ service }) => service))
        const ofTailspin = await partners('customer.globaladmin', demoOrganizations.tailspin)
        expect(ofTailspin.map(({ partner }) => partner.displayName)).toEqual([
          'Bellows IT Service',
          'Contoso Distribution',
          'Trey Cloud Korea',
        ])
        expect(services(ofTailspin).filter((service) => service === 'azure')).toHaveLength(2)
        expect(ofTailspin.find(({ dapRequest }) => dapRequest !== null)).toMatchObject({
          partner: { id: demoOtherPartners.bellows.id },
          dapRequest: { by: 'Trey Cloud Korea' },
        })
        expect(ofTailspin.filter(({ allowDelegatedAccess }) => allowDelegatedAccess)).toHaveLength(1)
        for (const { since } of ofTailspin) expect(since < now.toISOString()).toBe(true)
        expect(await partners('direct-de.admin', demoCustomers.humongous)).toHaveLength(2)
        expect((await partners('provider-cn.admin', demoCustomers.blueYonder)).length).toBe(3)
      })

      it('knows what a programme knows of its partners', async () => {
        const litware = await opened.store.organizations.findReseller('6010200')
        expect(litware).toMatchObject({ id: demoOrganizations.litware.id, globalAccountId: '6010200', agreementSigned: true })
        expect(await opened.store.organizations.programmeFacts(scopeFor('direct.admin'))).toMatchObject({ isTransitioning: true })
        expect(await opened.store.organizations.programmeFacts(scopeFor('provider.admin'))).toMatchObject({
          isTransitioning: false,
          agreementSigned: true,
        })
        const [partnership] = (await opened.store.partnerships.list(scopeFor('direct.admin'), { limit: 5 })).items
        expect(partnership).toMatchObject({ provider: { id: demoOtherPartners.wideWorldBrazil.id }, state: 'active' })
      })
    })
  })
