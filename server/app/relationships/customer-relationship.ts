import type { Agreement } from '../../../domain/agreements/schemas.ts'
import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { canRelyOnCustomer, opensTenant } from '../../../domain/relationships/basis.ts'
import type { RemovalBlocker } from '../../../domain/relationships/removal.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Refusal, Verdict } from '../../../domain/verdict.ts'
import type { AgreementFacts } from '../../store/agreements/agreements.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Store } from '../../store/store.ts'
import type { Write } from '../../store/write.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, enforce, refusalProblem, visible } from '../http/problem-response.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

/** Finds a customer in the actor's own list by tenant id; else 404. */
export const findCustomer = async (store: Store, actor: Actor, id: string): Promise<CustomerRecord> =>
  visible(await store.customers.find(scopeOf(actor), id.toLowerCase()), 'customer.not_found')

/** As above, but 403 when only the actor's own word makes it a customer. */
export async function findConfirmed(store: Store, actor: Actor, id: string): Promise<CustomerRecord> {
  const customer = await findCustomer(store, actor, id)
  enforce(canRelyOnCustomer(customer))
  return customer
}

export const agreementOnWire = (agreement: AgreementFacts, policy: CloudPolicy): Agreement => ({
  applies: policy.customerAgreement,
  ...agreement,
})

type CustomerChange<Facts extends { customer: CustomerRecord }> = {
  action: AuditEntry['action']
  /** Reads further facts of the decision. */
  facts: (customer: CustomerRecord) => Promise<Facts>
  may: (facts: Facts) => Verdict
  refuse?: (refusal: Refusal, facts: Facts) => ApiProblem
  /** Also notifies these, beside the actor's organisation and the customer's reseller. */
  alsoNotified?: readonly string[]
  save: (customer: CustomerRecord, write: Write<void>) => Promise<void>
}

/** Changes one customer; the customer is notified too. */
export const changeCustomer = async <Facts extends { customer: CustomerRecord }>(
  c: ActorContext, ports: Ports, id: string, { action, facts, may, refuse, alsoNotified: alsoTold = [], save }: CustomerChange<Facts>,
): Promise<void> => {
  const { store } = ports
  const { actor } = c.var
  await command(c, ports, {
    find: async () => facts(await findCustomer(store, actor, id)),
    may,
    ...(refuse && { refuse }),
    version: ({ customer }) => customer,
    next: ({ customer }) => customer,
    event: async (customer, at) => {
      const tenant = await store.organizations.findByTenant(customer.id)
      const isConfirmed = opensTenant(customer.basis)
      const organizationIds = [
        actor.organization.id,
        ...(customer.reseller ? [customer.reseller.id] : []),
        ...(tenant && isConfirmed ? [tenant.id] : []),
        ...alsoTold,
      ]
      const { audit, changes } = recordOf(actor, [{ at, action, noun: 'customers', nounId: customer.id, organizationIds }])
      // An unconfirmed customer reads it on its screen; the partner writes nothing into its records.
      const news = tenant && !isConfirmed ? [{ organizationId: tenant.id, noun: 'customers', id: customer.id, change: 'unsaid' }] : []
      return { audit, changes: [...changes, ...news] }
    },
    save,
  })
}

/** The refusal of a removal, with one error per blocker (BR-61, BR-63). */
export function refuseBlocked(refusal: Refusal, blockers: readonly RemovalBlocker[]): ApiProblem {
  if (refusal.code !== 'relationship.has_blockers') return refusalProblem(refusal)
  const { facts } = refusalProblem(refusal)
  return new ApiProblem({
    ...facts,
    errors: blockers.map(({ code, subscriptionId, offerName, date }) => ({
      pointer: `/subscriptions/${subscriptionId}`,
      code: `blocker.${code}`,
      params: { offerName, date: date ?? '' },
    })),
  })
}
