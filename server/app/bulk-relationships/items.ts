import { type Existing, sameRolesAdvice, whatHasTheName } from '../../../domain/bulk-relationships/outcomes.ts'
import type { GdapBulkItem, GdapBulkOutcome } from '../../../domain/bulk-relationships/schemas.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import { canMoveFromDap } from '../../../domain/dap/standing-dap.ts'
import { canFinalise } from '../../../domain/delegated-admin/relationship-rules.ts'
import { finalise } from '../../../domain/delegated-admin/transitions.ts'
import { TooMany } from '../../../domain/limits/too-many.ts'
import { isConfirmedReseller } from '../../../domain/relationships/basis.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { NamedGdap } from '../../store/delegated-admin/bulk.ts'
import { scopeOf } from '../../store/scope.ts'
import { NameTaken, StaleWrite } from '../../store/errors.ts'
import type { ApiEnv } from '../http/api-env.ts'
import { draftedGdap } from '../delegated-admin/draft.ts'
import { gdapRecord } from '../delegated-admin/record.ts'
import { recalledItems, unrecorded } from '../http/idempotency.ts'
import type { Ports } from '../ports.ts'
import { tooMany } from '../http/problem-facts.ts'
import { ApiProblem, enforce, problemBody, type ProblemFacts } from '../http/problem-response.ts'

/** Whoever asks for many at once, and in which language it is told what became of each. */
export type BulkAsking = Pick<ApiEnv['Variables'], 'locale' | 'zone' | 'requestId' | 'isRecall'> & { actor: Actor }

/** Who has a name; without an id when it was only tried. */
type Bearer = Existing & { id: string | null }
type Done = { outcome: Exclude<GdapBulkOutcome['outcome'], 'refused'>; bearer: Bearer }
type Settled = Done | { outcome: 'refused'; problem: ProblemFacts }
/** `replaces`: what each is asked for in the place of, and only while it stands. */
type Mode = { dryRun: boolean; finalise: boolean; replaces?: 'dap' }

/**
 * An outcome for each item, in their order. Each is made in a transaction of its own, at most once: the name of a relationship is unique
 * (BR-82), so a repeated call finds what it made before, whoever of the organisation repeats it. Dry, nothing is made.
 */
export async function requestMany(
  ports: Ports, asking: BulkAsking, items: readonly GdapBulkItem[], mode: Mode,
): Promise<GdapBulkOutcome[]> {
  const { actor, isRecall } = asking
  const { delegatedAdminBulk } = ports.store
  const scope = scopeOf(actor)
  const named = await delegatedAdminBulk.named(scope, items.map(({ displayName }) => displayName))
  const before = await delegatedAdminBulk.madeFor(scope, items.map(({ customerTenantId }) => customerTenantId))
  const taken = new Map<string, Bearer>(named.map((each) => [each.displayName, each]))
  const settled = isRecall ? recalled(ports, items, taken, mode) : []
  const outcomes: GdapBulkOutcome[] = []
  for (const [index, item] of items.entries()) {
    const others = before.filter(({ displayName }) => displayName !== item.displayName)
    outcomes.push(await onWire(ports, asking, item, settled[index] ?? (await settle(ports, actor, item, taken, mode)), others))
  }
  return outcomes
}

/** What each item made before, and that nothing was made of the others; nothing is judged. */
function recalled({ now }: Ports, items: readonly GdapBulkItem[], taken: Map<string, Bearer>, mode: Mode): Settled[] {
  const settled = items.map((item): Settled => {
    const bearer = taken.get(item.displayName)
    const isMade = bearer && isThere(whatHasTheName(bearer, wantedBy(item), now()), mode)
    return isMade ? { outcome: 'already_created', bearer } : { outcome: 'refused', problem: unrecorded }
  })
  return recalledItems(settled.map((each) => ({ isKept: each.outcome !== 'refused', each }))).map(({ each }) => each)
}

const isThere = (has: 'nothing' | ReturnType<typeof whatHasTheName>, { finalise: sends }: Pick<Mode, 'finalise'>): boolean =>
  has === 'sent' || has === 'granted' || (has === 'draft' && !sends)

/** Somebody else may take the name, or change the draft that has it, between a look and a write: perhaps the very same call. */
const mostTries = 3

/** `taken` learns what is made, and dry what would be, so that two of the same call do not both get a name. */
async function settle(ports: Ports, actor: Actor, item: GdapBulkItem, taken: Map<string, Bearer>, mode: Mode): Promise<Settled> {
  const name = item.displayName
  for (let attempt = 0; attempt < mostTries; attempt += 1)
    try {
      const settled = await settleOnce(ports, actor, item, taken.get(name), mode)
      taken.set(name, settled.bearer)
      return settled
    } catch (error) {
      if (error instanceof ApiProblem) return { outcome: 'refused', problem: error.facts }
      if (error instanceof TooMany) return { outcome: 'refused', problem: tooMany(error) }
      if (!(error instanceof NameTaken || error instanceof StaleWrite)) throw error
      const [now] = await ports.store.delegatedAdminBulk.named(scopeOf(actor), [name])
      if (now) taken.set(name, now)
      else taken.delete(name)
    }
  return { outcome: 'refused', problem: { status: 409, code: 'gdap.name_taken', rule: 'BR-82' } }
}

async function settleOnce(ports: Ports, actor: Actor, item: GdapBulkItem, again: Bearer | undefined, mode: Mode): Promise<Done> {
  const has = again ? whatHasTheName(again, wantedBy(item), ports.now()) : 'nothing'
  if (has === 'other_terms') throw new ApiProblem({ status: 409, code: 'gdap.name_has_other_terms', rule: 'BR-82' })
  if (again && isThere(has, mode)) return { outcome: 'already_created', bearer: again }
  if (mode.replaces) {
    const standing = await ports.store.delegatedAdminBulk.dapOf(scopeOf(actor), [item.customerTenantId])
    enforce(canMoveFromDap(standing.length > 0))
  }
  const bearer = again && has === 'draft'
    ? await send(ports, actor, item, again.id, mode)
    : await create(ports, actor, item, again !== undefined, mode)
  return mode.dryRun ? { outcome: 'would_create', bearer: { ...bearer, id: null } } : { outcome: 'created', bearer }
}

/** A draft of the very request; throws StaleWrite when it is that no more. */
async function send(
  { store, now }: Ports, actor: Actor, item: GdapBulkItem, id: Bearer['id'], { dryRun, replaces }: Mode,
): Promise<Bearer> {
  const at = now()
  const draft = id === null ? undefined : await store.delegatedAdmin.find(scopeOf(actor), id, at.toISOString())
  const tenantId = draft?.customer?.tenantId ?? null
  const isSame = draft?.displayName === item.displayName && whatHasTheName({ ...draft, tenantId }, wantedBy(item), at) === 'draft'
  if (!draft || !isSame) throw new StaleWrite()
  enforce(canFinalise(actor, draft))
  const sent = { ...draft, ...finalise(draft, at) }
  const record = gdapRecord(actor, [{ action: 'gdap.finalised', at: at.toISOString(), before: draft, after: sent }])
  if (!dryRun) await store.delegatedAdmin.update(scopeOf(actor), sent, { at: at.toISOString(), ...record }, replaces)
  return { ...sent, tenantId }
}

async function create(ports: Ports, actor: Actor, item: GdapBulkItem, isTaken: boolean, { dryRun, ...mode }: Mode): Promise<Bearer> {
  const { key: _key, customerTenantId: tenantId, ...draft } = item
  const asked = await draftedGdap(ports, actor, { ...draft, customer: { tenantId } }, () => Promise.resolve(isTaken))
  enforce(canFinalise(actor, asked))
  const made = mode.finalise ? finalise(asked, ports.now()) : asked
  if (!dryRun) await save(ports, actor, made, mode.replaces)
  return { ...made, tenantId }
}

const wantedBy = ({ customerTenantId, accessDetails, duration, autoExtendDuration }: GdapBulkItem) => ({
  tenantId: customerTenantId, roles: accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
  duration, autoExtendDuration,
})

async function save(ports: Ports, actor: Actor, made: GdapRelationship, replaces: Mode['replaces']): Promise<void> {
  const { store } = ports
  const customer = made.customer && (await store.organizations.findByTenant(made.customer.tenantId))
  const told = { ...made, customerOrganizationId: customer?.id ?? null, providerOrganizationId: null }
  const at = made.createdDateTime
  const drafted = { ...told, status: 'created' as const }
  const record = gdapRecord(actor, [
    { action: 'gdap.created', at, after: drafted },
    ...(made.status === 'created' ? [] : [{ action: 'gdap.finalised' as const, at, before: drafted, after: told }]),
  ])
  await store.delegatedAdmin.create(scopeOf(actor), made, actor.user.displayName, { at, ...record }, replaces)
}

async function onWire(
  { store, publicUrl, now }: Ports, asking: BulkAsking, item: GdapBulkItem,
  settled: Settled, others: readonly NamedGdap[],
): Promise<GdapBulkOutcome> {
  const { key, customerTenantId: tenantId, displayName } = item
  const line = await store.customers.find(scopeOf(asking.actor), tenantId)
  const said = settled.outcome === 'refused' ? problemBody(settled.problem, asking) : undefined
  const bearer = settled.outcome === 'refused' ? undefined : settled.bearer
  return {
    key,
    outcome: settled.outcome,
    customer: { tenantId, displayName: line?.companyProfile.companyName ?? tenantId },
    displayName,
    relationship: bearer?.id
      ? {
          id: bearer.id,
          status: bearer.status,
          approvalLink: bearer.status === 'approvalPending' ? `${publicUrl}/approve/${bearer.id}` : null,
        }
      : null,
    problem: said ? { code: said.code, ...(said.rule !== undefined && { rule: said.rule }), detail: said.detail } : null,
    advice: [
      ...(line && isConfirmedReseller(line) ? [] : (['no_reseller_relationship'] as const)),
      ...(line?.allowDelegatedAccess === true ? (['dap_still_stands'] as const) : []),
      ...sameRolesAdvice(others, wantedBy(item), now()),
    ],
  }
}
