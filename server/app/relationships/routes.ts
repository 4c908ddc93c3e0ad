import { canAttestAgreement, canAttestAnew, checkAgreementDate } from '../../../domain/agreements/rules.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { capabilitiesOf } from '../../../domain/customers/capabilities.ts'
import { canExtendRelationship } from '../../../domain/partnerships/extension.ts'
import { canInviteThrough } from '../../../domain/partnerships/rules.ts'
import { canAskGrantForReseller } from '../../../domain/relationships/admin-rights.ts'
import { asPartnerReads, partnersMap } from '../../../domain/relationships/partners-map.ts'
import { canRemoveRelationship, removalBlockers } from '../../../domain/relationships/removal.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { agreementOnWire, changeCustomer, findConfirmed, findCustomer, refuseBlocked } from './customer-relationship.ts'
import { command } from '../http/command.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, refusalAbout } from '../http/problem-response.ts'
import { recordOf } from '../audit/record.ts'
import { verdictOnWire } from '../http/wire.ts'
import { relationshipRoutes as routes } from './descriptions.ts'

const extensionInputs = {
  'extension.no_partnership': '/providerId',
  'extension.already_extended': '/providerId',
  'extension.needs_customer_consent': '/customerConsents',
}

export function relationshipEndpoints(ports: Ports) {
  const { store, now } = ports
  const hasResellerPartnership = async (actor: Actor, { reseller }: CustomerRecord) =>
    reseller !== null && canInviteThrough(actor, await store.partnerships.findActiveWith(scopeOf(actor), reseller.id)).allowed

  return endpoints()
    .openapi(routes.partners, async (c) => {
      const customer = await findConfirmed(store, c.var.actor, c.req.valid('param').id)
      const scope = scopeOf(c.var.actor)
      const [rows, subscriptions] = await Promise.all([
        store.relationships.partnersOf(scope, customer.id),
        store.subscriptions.list(scope, customer.id),
      ])
      return c.json({ items: asPartnerReads(partnersMap(rows, subscriptions), c.var.actor.organization.id) }, 200)
    })
    .openapi(routes.capabilities, async (c) => {
      const { actor } = c.var
      const customer = await findCustomer(store, actor, c.req.valid('param').id)
      const scope = scopeOf(actor)
      const [agreement, subscriptions, { isTransitioning }, isPartner] = await Promise.all([
        store.agreements.of(scope, customer.id),
        store.subscriptions.list(scope, customer.id),
        store.organizations.programmeFacts(scope),
        hasResellerPartnership(actor, customer),
      ])
      const blockers = removalBlockers(actor.organization.id, subscriptions, now().toISOString())
      const policy = policyOf(ports, actor.organization.cloud)
      const answers = capabilitiesOf({
        actor, customer, policy, agreement, blockers, isTransitioning, hasResellerPartnership: isPartner,
      })
      return c.json({ items: answers.map(({ action, verdict }) => ({ action, verdict: verdictOnWire(verdict) })) }, 200)
    })
    .openapi(routes.events, async (c) => {
      const customer = await findCustomer(store, c.var.actor, c.req.valid('param').id)
      const events = await store.customers.history(scopeOf(c.var.actor), customer.id)
      return c.json({ items: events.map(({ organizationName: organization, ...event }) => ({ ...event, organization })) }, 200)
    })
    .openapi(routes.agreement, async (c) => {
      const { actor } = c.var
      const customer = await findConfirmed(store, actor, c.req.valid('param').id)
      const agreement = await store.agreements.of(scopeOf(actor), customer.id, c.var.zone)
      return c.json(agreementOnWire(agreement, policyOf(ports, actor.organization.cloud)), 200)
    })
    .openapi(routes.attest, async (c) => {
      const { actor } = c.var
      const attestation = c.req.valid('json')
      const policy = policyOf(ports, actor.organization.cloud)
      const { body } = await command(c, ports, {
        find: () => findConfirmed(store, actor, c.req.valid('param').id),
        may: () => canAttestAgreement(actor, policy),
        next: async (customer, at) => {
          enforce(checkAgreementDate(attestation.dateAgreed, at), { pointer: '/dateAgreed', status: 422 })
          const before = await store.agreements.of(scopeOf(actor), customer.id, c.var.zone)
          enforce(canAttestAnew(before, attestation), { pointer: '/dateAgreed' })
          return customer
        },
        event: async (customer, at) => {
          const organizationIds = [actor.organization.id, ...(customer.reseller ? [customer.reseller.id] : [])]
          const event = { at, action: 'agreement.attested', noun: 'customers', nounId: customer.id, organizationIds } as const
          const { audit, changes } = recordOf(actor, [event])
          // Notifies only the tenant's open screens: a partner alone writes nothing into the customer's records.
          const tenant = await store.organizations.findByTenant(customer.id)
          const theirs = tenant ? [{ organizationId: tenant.id, noun: 'customers', id: customer.id, change: 'agreement.attested' }] : []
          return { audit, changes: [...changes, ...theirs] }
        },
        save: (customer, write) => store.agreements.attest(scopeOf(actor), customer.id, attestation, write, c.var.zone),
        onWire: (saved) => agreementOnWire(saved, policy),
      })
      return c.json(body, 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await changeCustomer(c, ports, c.req.valid('param').id, {
        action: 'relationship.removed',
        facts: async (customer) => {
          const subscriptions = await store.subscriptions.list(scopeOf(actor), customer.id)
          return { customer, blockers: removalBlockers(actor.organization.id, subscriptions, now().toISOString()) }
        },
        may: ({ customer, blockers }) => canRemoveRelationship(actor, customer, blockers),
        refuse: (refusal, { blockers }) => refuseBlocked(refusal, blockers),
        save: (customer, write) => store.relationships.remove(scopeOf(actor), customer, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.askForReseller, async (c) => {
      const { actor } = c.var
      await changeCustomer(c, ports, c.req.valid('param').id, {
        action: 'admin_rights.asked',
        facts: async (customer) => ({ customer, isPartner: await hasResellerPartnership(actor, customer) }),
        may: ({ customer, isPartner }) =>
          canAskGrantForReseller(actor, customer, isPartner, policyOf(ports, actor.organization.cloud)),
        save: (customer, write) => store.relationships.askForReseller(scopeOf(actor), customer, actor.user.displayName, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.extend, async (c) => {
      const { actor } = c.var
      const { providerId, customerConsents } = c.req.valid('json')
      await changeCustomer(c, ports, c.req.valid('param').id, {
        action: 'relationship.extended',
        alsoNotified: [providerId],
        facts: async (customer) => {
          const scope = scopeOf(actor)
          const { isTransitioning } = await store.organizations.programmeFacts(scope)
          const partnership = await store.partnerships.findActiveWith(scope, providerId)
          const isExtended = await store.relationships.isExtended(scope, customer.id, providerId)
          const hasActivePartnership = partnership?.provider.id === providerId
          return { actor, isTransitioning, customer, hasActivePartnership, isExtended, customerConsents }
        },
        may: (facts) => canExtendRelationship(facts),
        refuse: refusalAbout(extensionInputs),
        save: (customer, write) => store.relationships.extend(scopeOf(actor), customer, providerId, write),
      })
      return c.body(null, 204)
    })
}
