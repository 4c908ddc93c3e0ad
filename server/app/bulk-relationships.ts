import { type Existing, sameRolesAdvice, whatHasTheName } from '../../domain/bulk-relationships/outcomes.ts'
import type { GdapBulkItem, GdapBulkOutcome } from '../../domain/bulk-relationships/schemas.ts'
import type { GdapRelationship } from '../../domain/delegated-admin/relationship.ts'
import { canFinalise } from '../../domain/delegated-admin/relationship-rules.ts'
import { finalise } from '../../domain/delegated-admin/transitions.ts'
import type { Actor } from '../../domain/session/actor.ts'
import type { Locale } from '../../domain/session/locales.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { NamedGdap } from '../store/delegated-admin-bulk.ts'
import { scopeOf } from '../store/scope.ts'
import { NameTaken, StaleWrite } from '../store/store.ts'
import { findGdap } from './gdap-change.ts'
import { draftedGdap } from './gdap-draft.ts'
import { gdapRecord } from './gdap-record.ts'
import type { Ports } from './ports.ts'
import { ApiProblem, enforce, problemBody, type ProblemFacts } from './problem-response.ts'

/** Whoever asks for many at once, and in which language it is told what became of each. */
export type BulkAsking = { actor: Actor; locale: Locale; requestId: string }

type Settled = { outcome: GdapBulkOutcome['outcome']; relationship?: Pick<GdapRelationship, 'id' | 'status'>; problem?: ProblemFacts }
/** Who has a name; without an id when it was only tried. */
type Bearer = Existing & { id: string | null }
/** `may` has a say before the rules of every request. */
type Mode = { dryRun: boolean; finalise: boolean; may?: (item: GdapBulkItem) => Verdict }

/**
 * An outcome for each item, in their order. Each is made in a transaction of its own, at most once: the name of a relationship is unique
 * (BR-82), so a repeated call finds what it made before, whoever of the organisation repeats it. Dry, nothing is made.
 */
export async function requestMany(
  ports: Ports, asking: BulkAsking, items: readonly GdapBulkItem[], mode: Mode,
): Promise<GdapBulkOutcome[]> {
  const { actor } = asking
  const { delegatedAdminBulk } = ports.store
  const scope = scopeOf(actor)
  const named = await delegatedAdminBulk.named(scope, items.map(({ displayName }) => displayName))
  const before = await delegatedAdminBulk.madeFor(scope, items.map(({ customerTenantId }) => customerTenantId))
  const taken = new Map<string, Bearer>(named.map((each) => [each.displayName, each]))
  const outcomes: GdapBulkOutcome[] = []
  for (const item of items) {
    const settled = await settle(ports, actor, item, taken, mode)
    const others = before.filter(({ displayName }) => displayName !== item.displayName)
    outcomes.push(await onWire(ports, asking, item, settled, others))
  }
  return outcomes
}

/** `taken` learns what is made, and dry what would be, so that two of the same call do not both get a name. */
async function settle(ports: Ports, actor: Actor, item: GdapBulkItem, taken: Map<string, Bearer>, mode: Mode): Promise<Settled> {
  const again = taken.get(item.displayName)
  try {
    if (again) {
      const settled = await alreadyThere(ports, actor, item, again, mode)
      if (settled) return settled
    }
    const { key: _key, customerTenantId: tenantId, ...draft } = item
    if (mode.may) enforce(mode.may(item))
    const asked = await draftedGdap(ports, actor, { ...draft, customer: { tenantId } }, async (_partner, name) => taken.has(name))
    enforce(canFinalise(actor, asked))
    const made = mode.finalise ? finalise(asked, ports.now()) : asked
    if (!mode.dryRun) await save(ports, actor, made)
    taken.set(made.displayName, { ...made, tenantId, id: mode.dryRun ? null : made.id })
    return mode.dryRun ? { outcome: 'would_create' } : { outcome: 'created', relationship: made }
  } catch (error) {
    if (error instanceof ApiProblem) return { outcome: 'refused', problem: error.facts }
    // Somebody else has taken the name, or sent the draft, since it was looked for: perhaps the very same call.
    if (!(error instanceof NameTaken || error instanceof StaleWrite)) throw error
    const [now] = await ports.store.delegatedAdminBulk.named(scopeOf(actor), [item.displayName])
    if (now) taken.set(now.displayName, now)
    const settled = now && (await alreadyThere(ports, actor, item, now, { ...mode, finalise: false }))
    return settled ?? { outcome: 'refused', problem: { status: 409, code: 'gdap.name_taken', rule: 'BR-82' } }
  }
}

/** What a relationship of the item's name leaves to do; undefined when it is another. A draft of the same is sent, if that is wanted. */
async function alreadyThere(
  ports: Ports, actor: Actor, item: GdapBulkItem, again: Bearer, mode: Mode,
): Promise<Settled | undefined> {
  const now = ports.now()
  const { id, status } = again
  const already = { outcome: 'already_created' as const, ...(id !== null && { relationship: { id, status } }) }
  switch (whatHasTheName(again, wantedBy(item), now)) {
    case 'another':
      return undefined
    case 'other_terms':
      return { outcome: 'refused', problem: { status: 409, code: 'gdap.name_has_other_terms', rule: 'BR-82' } }
    case 'draft': {
      if (!mode.finalise || id === null) return already
      if (mode.may) enforce(mode.may(item))
      const draft = await findGdap(ports, actor, id)
      enforce(canFinalise(actor, draft))
      if (mode.dryRun) return { outcome: 'would_create' }
      const sent = { ...draft, ...finalise(draft, now) }
      const at = now.toISOString()
      const record = gdapRecord(actor, [{ action: 'gdap.finalised', at, before: draft, after: sent }])
      return { outcome: 'created', relationship: await ports.store.delegatedAdmin.update(scopeOf(actor), sent, { at, ...record }) }
    }
    default:
      return already
  }
}

const wantedBy = ({ customerTenantId, accessDetails, duration, autoExtendDuration }: GdapBulkItem) => ({
  tenantId: customerTenantId, roles: accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
  duration, autoExtendDuration,
})

async function save(ports: Ports, actor: Actor, made: GdapRelationship): Promise<void> {
  const { store } = ports
  const customer = made.customer && (await store.organizations.findByTenant(made.customer.tenantId))
  const told = { ...made, customerOrganizationId: customer?.id ?? null, providerOrganizationId: null }
  const at = made.createdDateTime
  const drafted = { ...told, status: 'created' as const }
  await store.delegatedAdmin.create(scopeOf(actor), made, actor.user.displayName, {
    at,
    ...gdapRecord(actor, [
      { action: 'gdap.created', at, after: drafted },
      ...(made.status === 'created' ? [] : [{ action: 'gdap.finalised' as const, at, before: drafted, after: told }]),
    ]),
  })
}

async function onWire(
  { store, publicUrl, now }: Ports, { actor, locale, requestId }: BulkAsking, item: GdapBulkItem,
  { outcome, relationship, problem }: Settled, others: readonly NamedGdap[],
): Promise<GdapBulkOutcome> {
  const { key, customerTenantId: tenantId, displayName } = item
  const line = await store.customers.find(scopeOf(actor), tenantId)
  const said = problem && problemBody(problem, locale, requestId)
  return {
    key,
    outcome,
    customer: { tenantId, displayName: line?.companyProfile.companyName ?? tenantId },
    displayName,
    relationship: relationship
      ? {
          id: relationship.id,
          status: relationship.status,
          approvalLink: relationship.status === 'approvalPending' ? `${publicUrl}/approve/${relationship.id}` : null,
        }
      : null,
    problem: said ? { code: said.code, ...(said.rule !== undefined && { rule: said.rule }), detail: said.detail } : null,
    advice: [
      ...(line?.relationshipToPartner === 'reseller' ? [] : (['no_reseller_relationship'] as const)),
      ...(line?.allowDelegatedAccess === true ? (['dap_still_stands'] as const) : []),
      ...sameRolesAdvice(others, wantedBy(item), now()),
    ],
  }
}
