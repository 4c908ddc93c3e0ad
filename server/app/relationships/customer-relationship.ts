import type { Agreement } from '../../../domain/agreements/schemas.ts'
import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { canRelyOnCustomer, opensTenant } from '../../../domain/relationships/basis.ts'
import type { RemovalBlocker } from '../../../domain/relationships/removal.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import type { AgreementFacts } from '../../store/agreements/agreements.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Store } from '../../store/store.ts'
import type { Write } from '../../store/write.ts'
import type { Asking } from '../http/api-env.ts'
import { answerOnce } from '../http/idempotency.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, enforce, refusalProblem, visible } from '../http/problem-response.ts'
import { decideAndWrite, matchVersion } from '../http/row-version.ts'
import { recordOf } from '../audit/what-happened.ts'

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

type CustomerChange = {
  action: string
  /** Beside the actor's own organisation and the customer's reseller. */
  alsoTold?: readonly string[]
  /** Throws when it may not happen. */
  decide: (customer: CustomerRecord) => Promise<void>
  save: (customer: CustomerRecord, write: Write<void>) => Promise<void>
}

/** What every change of one customer does: find → enforce → save → audit, once for every Idempotency-Key; the customer is told too. */
export async function changeCustomer(c: Asking, ports: Ports, actor: Actor, id: string, change: CustomerChange): Promise<void> {
  const { store, now } = ports
  await answerOnce<void, null>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const customer = await findCustomer(store, actor, id)
      await change.decide(customer)
      matchVersion(c, customer)
      const tenant = await store.organizations.findByTenant(customer.id)
      const isConfirmed = opensTenant(customer.basis)
      const organizationIds = [
        actor.organization.id,
        ...(customer.reseller ? [customer.reseller.id] : []),
        ...(tenant && isConfirmed ? [tenant.id] : []),
        ...(change.alsoTold ?? []),
      ]
      const event = { at: now().toISOString(), action: change.action, noun: 'customers' as const, nounId: customer.id, organizationIds }
      const answer = { status: 204, body: null }
      const record = recordOf(actor, [event])
      // Whom a partner only names reads it on its screen; its record is not for the partner to fill.
      const news = tenant && !isConfirmed ? [{ organizationId: tenant.id, noun: event.noun, id: event.nounId, change: 'unsaid' }] : []
      await change.save(customer, {
        at: event.at, audit: record.audit, changes: [...record.changes, ...news], answer: keep(() => answer),
      })
      return answer
    }),
  )
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
