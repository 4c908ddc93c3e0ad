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
import { recordOf } from '../audit/record.ts'

/** A line of the actor's own list, by tenant id; 404 when there is none. */
export const findCustomer = async (store: Store, actor: Actor, id: string): Promise<CustomerRecord> =>
  visible(await store.customers.find(scopeOf(actor), id.toLowerCase()), 'customer.not_found')

/** The same, when more than the actor's own word says that it is its customer; 403 otherwise, whatever the portal knows of the tenant. */
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
  action: string
  /** What the decision rests on beside the line itself. */
  facts: (customer: CustomerRecord) => Promise<Facts>
  may: (facts: Facts) => Verdict
  refuse?: (refusal: Refusal, facts: Facts) => ApiProblem
  /** Beside the actor's own organisation and the customer's reseller. */
  alsoNotified?: readonly string[]
  save: (customer: CustomerRecord, write: Write<void>) => Promise<void>
}

/** What every change of one customer does; the customer is told too. */
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
      // Whom a partner only names reads it on its screen; its record is not for the partner to fill.
      const news = tenant && !isConfirmed ? [{ organizationId: tenant.id, noun: 'customers', id: customer.id, change: 'unsaid' }] : []
      return { audit, changes: [...changes, ...news] }
    },
    save,
  })
}

/** The refusal of a removal, with every blocker as an error of its own (BR-61, BR-63). */
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
