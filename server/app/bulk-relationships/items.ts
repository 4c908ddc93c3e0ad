import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { type Existing, sameRolesAdvice, whatHasTheName } from '../../../domain/bulk-relationships/outcomes.ts'
import type { GdapBulkItem, GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import { canMoveFromDap } from '../../../domain/dap/standing-dap.ts'
import { canFinalise } from '../../../domain/gdap/relationship-rules.ts'
import { finalise } from '../../../domain/gdap/transitions.ts'
import { limitOfGdapRequests } from '../../../domain/limits/gdap-limits.ts'
import { TooMany } from '../../../domain/limits/too-many.ts'
import { isConfirmedReseller } from '../../../domain/relationships/basis.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import type { RequestedGdap } from '../../store/gdap/request-all.ts'
import { scopeOf } from '../../store/scope.ts'
import { draftedGdap } from '../gdap/draft.ts'
import { gdapRecord } from '../gdap/record.ts'
import { itemProblem, type ItemsContext, outcomesOf } from '../http/items.ts'
import type { Ports } from '../ports.ts'
import { tooMany } from '../http/problem-facts.ts'
import { ApiProblem, enforce, type ProblemFacts } from '../http/problem-response.ts'

/** The holder of a name; without an id when it was only tried. */
type Bearer = Existing & { id: string | null }
type Done = { outcome: Exclude<GdapBulkOutcome['outcome'], 'refused'>; bearer: Bearer }
type Settled = Done | { outcome: 'refused'; problem: ProblemFacts }
/** `replaces`: each request replaces this, while it exists. */
type Mode = { dryRun: boolean; finalise: boolean; replaces?: 'dap' }
type RequestedItem = { item: GdapBulkItem; index: number; tries: number }
type Planned = RequestedItem & { bearer: Bearer; requested: RequestedGdap }

/**
 * Returns an outcome for each item. Names are unique (BR-82), so a repeated call finds what the organisation made before. A dry run makes
 * nothing.
 */
export async function requestMany(
  ports: Ports, context: ItemsContext, items: readonly GdapBulkItem[], mode: Mode,
): Promise<GdapBulkOutcome[]> {
  const { actor } = context
  const known = await lookedUp(ports, actor, items, mode)
  const before = await ports.store.gdapBulk.madeFor(scopeOf(actor), items.map(({ customerTenantId }) => customerTenantId))
  return outcomesOf<GdapBulkItem, Settled, GdapBulkOutcome>(ports, context, items, {
    isDryRun: mode.dryRun,
    recall: (item) => {
      const bearer = known.taken.get(item.displayName)
      const isMade = bearer && isThere(whatHasTheName(bearer, wantedBy(item), ports.now()), mode)
      return isMade ? { outcome: 'already_created', bearer } : undefined
    },
    refused: (_, problem) => ({ outcome: 'refused', problem }),
    settle: () => settle(ports, actor, items, known, mode),
    problemOf: (settled) => (settled.outcome === 'refused' ? settled.problem : undefined),
    onWire: (settled, item) => {
      const others = before.filter(({ displayName }) => displayName !== item.displayName)
      return onWire(ports, context, item, settled, {
        customer: known.customers.get(item.customerTenantId), advice: sameRolesAdvice(others, wantedBy(item), ports.now()),
      })
    },
  })
}

type Known = Awaited<ReturnType<typeof lookedUp>>

/** Reads each kind of fact once for all items. */
async function lookedUp({ store, now }: Ports, actor: Actor, items: readonly GdapBulkItem[], { replaces }: Mode) {
  const scope = scopeOf(actor)
  const { gdapBulk, gdap } = store
  const tenants = [...new Set(items.map(({ customerTenantId }) => customerTenantId))]
  const named = await gdapBulk.named(scope, items.map(({ displayName }) => displayName))
  const drafts = named.filter(({ status }) => status === 'created').map(({ id }) => id)
  const [customers, organizations, standing, found] = await Promise.all([
    gdapBulk.customersOf(scope, tenants), gdapBulk.organizationsOf(tenants),
    replaces ? gdapBulk.dapOf(scope, tenants) : [],
    drafts.length > 0 ? gdap.findMany(scope, drafts, now().toISOString()) : [],
  ])
  // The latest read of a draft counts: somebody may have sent or deleted it in between.
  const bearers = [
    ...named.filter(({ id }) => !drafts.includes(id)), ...found.map((draft) => ({ ...draft, tenantId: draft.customer?.tenantId ?? null })),
  ]
  return {
    taken: new Map<string, Bearer>(bearers.map((each) => [each.displayName, each])),
    customers,
    organizations,
    withDap: new Set(standing.map(({ customer }) => customer.tenantId)),
    drafts: new Map(found.map((draft) => [draft.id, draft])),
  }
}

const isThere = (has: 'nothing' | ReturnType<typeof whatHasTheName>, { finalise: sends }: Pick<Mode, 'finalise'>): boolean =>
  has === 'sent' || has === 'granted' || (has === 'draft' && !sends)

/** Somebody else, perhaps the same call repeated, may take the name or change the draft between read and write. */
const mostTries = 3

/** Settles items in rounds, so that the second of two items with one name is judged by the outcome of the first. */
async function settle(ports: Ports, actor: Actor, items: readonly GdapBulkItem[], first: Known, mode: Mode): Promise<Settled[]> {
  const settled: Settled[] = []
  let known = first
  let open = items.map((item, index): RequestedItem => ({ item, index, tries: 0 }))
  while (open.length > 0) {
    const planned = new Map<string, Planned>()
    const next: RequestedItem[] = []
    for (const requestedItem of open) {
      const { item: { displayName: name }, index } = requestedItem
      if (planned.has(name) || next.some(({ item }) => item.displayName === name)) {
        next.push(requestedItem)
        continue
      }
      const judged = await judge(ports, actor, requestedItem, known, mode)
      await ports.turn()
      if ('requested' in judged && !mode.dryRun) planned.set(name, judged)
      else {
        settled[index] = 'requested' in judged ? { outcome: 'would_create', bearer: { ...judged.bearer, id: null } } : judged
        if (settled[index].outcome !== 'refused') known.taken.set(name, settled[index].bearer)
      }
    }
    if (planned.size > 0) {
      const requested = [...planned.values()].map((each) => each.requested)
      const { made, tooMany: full } =
        await ports.store.gdapBulk.requestAll(scopeOf(actor), requested, actor.user.displayName, mode.replaces)
      for (const { bearer, requested: { relationship: { id, lastModifiedDateTime } }, ...asked } of planned.values())
        if (made.has(id)) settled[asked.index] = { outcome: 'created', bearer }
        else if (full.has(id)) settled[asked.index] = { outcome: 'refused', problem: limitReached(actor, asked.item, lastModifiedDateTime) }
        else next.push({ ...asked, tries: asked.tries + 1 })
    }
    open = next.toSorted((one, other) => one.index - other.index)
    if (open.length > 0) known = await lookedUp(ports, actor, open.map(({ item }) => item), mode)
  }
  return settled
}

const limitReached = (actor: Actor, { customerTenantId }: GdapBulkItem, at: string): ProblemFacts =>
  tooMany(new TooMany(limitOfGdapRequests(actor.organization.id, customerTenantId), at))

async function judge(ports: Ports, actor: Actor, requestedItem: RequestedItem, known: Known, mode: Mode): Promise<Settled | Planned> {
  const { item, tries } = requestedItem
  if (tries === mostTries) return { outcome: 'refused', problem: { status: 409, code: 'gdap.name_taken', rule: 'BR-82' } }
  try {
    const again = known.taken.get(item.displayName)
    const has = again ? whatHasTheName(again, wantedBy(item), ports.now()) : 'nothing'
    if (has === 'other_terms') throw new ApiProblem({ status: 409, code: 'gdap.name_has_other_terms', rule: 'BR-82' })
    if (again && isThere(has, mode)) return { outcome: 'already_created', bearer: again }
    if (mode.replaces) enforce(canMoveFromDap(known.withDap.has(item.customerTenantId)))
    const draft = has === 'draft' && again?.id ? known.drafts.get(again.id) : undefined
    const requested = draft ? sending(ports, actor, draft) : await creating(ports, actor, item, again !== undefined, known, mode)
    return { ...requestedItem, requested, bearer: { ...requested.relationship, tenantId: item.customerTenantId } }
  } catch (error) {
    if (error instanceof ApiProblem) return { outcome: 'refused', problem: error.facts }
    throw error
  }
}

function sending({ now }: Ports, actor: Actor, draft: GdapRecord): RequestedGdap {
  enforce(canFinalise(actor, draft))
  const at = now()
  const sent = { ...draft, ...finalise(draft, at) }
  const record = gdapRecord(actor, [{ action: 'gdap.finalised', at: at.toISOString(), before: draft, after: sent }])
  return { relationship: sent, isNew: false, write: { at: at.toISOString(), ...record } }
}

async function creating(
  ports: Ports, actor: Actor, { key: _key, customerTenantId: tenantId, ...draft }: GdapBulkItem, isTaken: boolean, known: Known, mode: Mode,
): Promise<RequestedGdap> {
  const drafting = { ...ports, store: { ...ports.store, customers: { find: async () => known.customers.get(tenantId) } } }
  const initial = await draftedGdap(drafting, actor, { ...draft, customer: { tenantId } }, () => Promise.resolve(isTaken))
  enforce(canFinalise(actor, initial))
  const made = mode.finalise ? finalise(initial, ports.now()) : initial
  const finalised = { ...made, customerOrganizationId: known.organizations.get(tenantId) ?? null, providerOrganizationId: null }
  const at = made.createdDateTime
  const drafted = { ...finalised, status: 'created' as const }
  const record = gdapRecord(actor, [
    { action: 'gdap.created', at, after: drafted },
    ...(made.status === 'created' ? [] : [{ action: 'gdap.finalised' as const, at, before: drafted, after: finalised }]),
  ])
  return { relationship: made, isNew: true, write: { at, ...record } }
}

const wantedBy = ({ customerTenantId, accessDetails, duration, autoExtendDuration }: GdapBulkItem) => ({
  tenantId: customerTenantId, roles: accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
  duration, autoExtendDuration,
})

/** Pointers into fields belong to a form that asks for one, not to an item of many. */
const withoutFields = ({ errors: _, ...problem }: ReturnType<typeof itemProblem>) => problem

type Beside = { customer: CustomerRecord | undefined; advice: GdapBulkOutcome['advice'] }

function onWire(
  { publicUrl }: Ports, context: ItemsContext, { key, customerTenantId: tenantId, displayName }: GdapBulkItem, settled: Settled,
  { customer, advice }: Beside,
): GdapBulkOutcome {
  const bearer = settled.outcome === 'refused' ? undefined : settled.bearer
  return {
    key,
    outcome: settled.outcome,
    customer: { tenantId, displayName: customer?.companyProfile.companyName ?? tenantId },
    displayName,
    relationship: bearer?.id
      ? {
          id: bearer.id,
          status: bearer.status,
          approvalLink: bearer.status === 'approvalPending' ? `${publicUrl}/approve/${bearer.id}` : null,
        }
      : null,
    problem: settled.outcome === 'refused' ? withoutFields(itemProblem(settled.problem, context)) : null,
    advice: [
      ...(customer && isConfirmedReseller(customer) ? [] : (['no_reseller_relationship'] as const)),
      ...(customer?.allowDelegatedAccess === true ? (['dap_still_stands'] as const) : []),
      ...advice,
    ],
  }
}
