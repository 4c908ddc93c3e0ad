import type { BulkResult } from '../../../domain/bulk-invitations/outcomes.ts'
import { isSetApart, type Standing, standingOf } from '../../../domain/bulk-invitations/same-customer.ts'
import type { BulkOutcome, BulkRequest } from '../../../domain/bulk-invitations/schemas.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { InvitationDraft, type InvitedCustomer } from '../../../domain/invitations/schemas.ts'
import { newInvitation } from '../../../domain/invitations/transitions.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import type { Standing as PartnersSeen } from '../../../domain/relationships/standing.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { scopeOf } from '../../store/scope.ts'
import type { NewInvitation } from '../../store/invitations/open-invitations.ts'
import type { StoredAnswer } from '../../store/idempotency/idempotency.ts'
import { type HiddenFacts, withHiddenFacts } from '../limits/hidden-facts.ts'
import { fieldProblems } from '../http/invalid-fields.ts'
import { itemProblem, type ItemsContext, outcomesOf } from '../http/items.ts'
import { type Admission, chosenReseller, enforceDap, mayInvite } from '../invitations/admission.ts'
import { type LinkedAnswer, linkedAnswer, shownTo } from '../invitations/answer.ts'
import { linkOf } from '../invitations/links.ts'
import { newInvitationRecord } from '../invitations/new-invitation.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, type ProblemFacts } from '../http/problem-response.ts'
import { sha256 } from '../secrets.ts'

type Item = { key: string; index: number; evenIfOpen: boolean; draft?: InvitationDraft; answerKey: string; requestHash: string }

/** What is known of an item so far; if nothing speaks against it, also the facts for that. */
type Judged = Item & Standing & (
  | { is: BulkResult; problem?: ProblemFacts; answer?: LinkedAnswer }
  | { is: 'may'; draft: InvitationDraft; reseller: OrganizationRef | null; seen?: PartnersSeen | undefined }
)

/** How many refusals for hidden facts are reserved together. */
const paidAtOnce = 20

/** An item's key belongs to the organisation, across people and calls: it makes one invitation. */
async function itemsOf({ items }: BulkRequest): Promise<Judged[]> {
  const seen = new Set<string>()
  const again = items.flatMap(({ key }, index) => (seen.size === seen.add(key).size ? [index] : []))
  if (again.length > 0) {
    const errors = again.slice(0, 20).map((index) => ({ pointer: `/items/${index}/key`, code: 'field.not_unique' as const }))
    throw new ApiProblem({ status: 422, code: 'request.invalid', errors })
  }
  return Promise.all(
    items.map(async ({ key, evenIfOpen = false, ...rest }, index): Promise<Judged> => {
      const parsed = InvitationDraft.safeParse(rest)
      const [answerKey, requestHash] = await Promise.all([
        sha256(JSON.stringify(['bulk', key])), sha256(JSON.stringify(parsed.data ?? rest)),
      ])
      const item = { key, index, evenIfOpen, answerKey, requestHash, warnings: [] }
      if (parsed.success) return { ...item, draft: parsed.data, is: 'may', reseller: null }
      const errors = fieldProblems(parsed.error.issues, rest)
      return { ...item, is: 'refused', problem: { status: 422, code: 'request.invalid', errors } }
    }),
  )
}

/** Remembers partnerships within one call. */
function remembering({ store, policies, now }: Ports, hidden: HiddenFacts): Admission {
  const { customers, partnerships, organizations, relationships } = store
  const found = new Map<string, ReturnType<typeof partnerships.findActiveWith>>()
  const findActiveWith: typeof partnerships.findActiveWith = (scope, id) => {
    const known = found.get(id) ?? partnerships.findActiveWith(scope, id)
    found.set(id, known)
    return known
  }
  return { policies, now, hidden, store: { customers, organizations, relationships, partnerships: { ...partnerships, findActiveWith } } }
}

async function judge(admission: Admission, actor: Actor, item: Judged): Promise<Judged> {
  if (item.is !== 'may') return item
  try {
    const { draft } = item
    enforceDap(admission, actor, draft)
    const reseller = await chosenReseller(admission, actor, draft)
    return { ...item, reseller, seen: await mayInvite(admission, actor, draft) }
  } catch (error) {
    // When nothing could be looked at, the problem answers the whole call.
    const isWholeAnswer = error instanceof ApiProblem && error.facts.status === 429 && !admission.hidden.hasLooked()
    if (!(error instanceof ApiProblem) || isWholeAnswer) throw error
    return { ...item, is: 'refused', problem: error.facts }
  }
}

/** Returns the invitation that an item's key made before, or a mismatch. */
function withAnswer(item: Judged, answers: Map<string, StoredAnswer>): Judged {
  const kept = item.is === 'refused' ? undefined : answers.get(item.answerKey)
  if (!kept) return item
  if (kept.requestHash !== item.requestHash)
    return { ...item, is: 'mismatch', problem: { status: 422, code: 'idempotency.mismatch' } }
  return { ...item, is: 'already_created', answer: kept.body as LinkedAnswer }
}

/** Finds the customers that are invited already, and sets their items apart; an item that will not be made counts for no later one. */
async function withStanding(ports: Ports, actor: Actor, items: readonly Judged[]): Promise<Judged[]> {
  const named = items.flatMap(({ is, draft }) => (is === 'may' && draft?.customer ? [draft.customer] : []))
  const invited = await ports.store.invitations.openInvitations(scopeOf(actor), named, ports.now().toISOString())
  const earlier: { key: string; customer: InvitedCustomer }[] = []
  const judged: Judged[] = []
  for (const item of items) {
    judged.push(item.is === 'may' ? standing(item, { earlier, invited }) : item)
    const { is, key, draft } = judged.at(-1) ?? item
    if (is === 'may' && draft?.customer) earlier.push({ key, customer: draft.customer })
    await ports.turn()
  }
  return judged
}

function standing(item: Judged & { draft?: InvitationDraft }, known: Parameters<typeof standingOf>[1]): Judged {
  const found = standingOf(item.draft?.customer, known)
  return isSetApart(item, found) ? { ...item, ...found, is: 'already_invited' } : { ...item, ...found }
}

/**
 * Makes what may be made in one transaction. A key that another call has used meanwhile gets that call's invitation; an item whose customer
 * was invited meanwhile is set apart.
 */
async function make(ports: Ports, actor: Actor, items: readonly Judged[]): Promise<Judged[]> {
  const scope = scopeOf(actor)
  const now = ports.now()
  const shown = shownTo(ports, actor, now)
  const of = (saved: InvitationRecord) => ({ status: 201, body: linkedAnswer(saved, shown) })
  const pending: { item: Judged; prepared: NewInvitation; answer: LinkedAnswer }[] = []
  for (const item of items) {
    if (item.is !== 'may') continue
    const { draft, reseller, seen, answerKey: key, requestHash, evenIfOpen } = item
    const invitation = newInvitation(draft, { id: ports.newId(), actor, reseller, now })
    const at = now.toISOString()
    const write = { at, ...newInvitationRecord(actor, invitation, at), answer: { key, requestHash, of } }
    const { tokenHash } = await linkOf(ports, invitation)
    const prepared = { invitation, tokenHash, makerId: actor.user.id, standing: seen, write, unlessInvited: !evenIfOpen }
    pending.push({ item, prepared, answer: of(invitation).body })
  }
  const made = new Set(pending.length > 0 ? await ports.store.invitations.createAll(scope, pending.map(({ prepared }) => prepared)) : [])
  const late = pending.filter(({ prepared }) => !made.has(prepared.invitation.id)).map(({ item }) => item)
  const answers = await ports.store.idempotency.findAll(scope, late.map(({ answerKey }) => answerKey))
  const apart = await withStanding(ports, actor, late.map((item) => withAnswer(item, answers)))
  const settled = new Map(apart.map((item): [number, Judged] => [item.index, item]))
  for (const { item, prepared, answer } of pending)
    if (made.has(prepared.invitation.id)) settled.set(item.index, { ...item, is: 'created', answer })
  return items.map((item) => settled.get(item.index) ?? item)
}

async function onWire(ports: Ports, context: ItemsContext, item: Judged): Promise<BulkOutcome> {
  const { key, index, warnings, open, repeats } = item
  const base = {
    key, index, outcome: item.is === 'may' ? ('would_create' as const) : item.is, warnings,
    ...(open && { open: { id: open.id, state: open.state, since: open.since } }),
    ...(repeats !== undefined && { repeats }),
  }
  if (item.is === 'may') return base
  if (item.answer) {
    const { invitation, linkNumber } = item.answer
    const { link } = await linkOf(ports, { id: invitation.id, inviter: invitation.inviter, linkNumber })
    return { ...base, invitation: { id: invitation.id }, link }
  }
  return item.problem ? { ...base, problem: itemProblem(item.problem, context) } : base
}

/** Returns an outcome for each item. Without `dryRun` makes what may be made, once per key. */
export async function runBulk(ports: Ports, context: ItemsContext, request: BulkRequest): Promise<BulkOutcome[]> {
  const { actor } = context
  const items = await itemsOf(request)
  const answers = await ports.store.idempotency.findAll(scopeOf(actor), items.map(({ answerKey }) => answerKey))
  return outcomesOf<Judged, Judged, BulkOutcome>(ports, context, items, {
    isDryRun: request.dryRun,
    recall: (item) => (answers.has(item.answerKey) ? withAnswer(item, answers) : undefined),
    refused: (item, problem) => (item.is === 'may' ? { ...item, is: 'refused', problem } : item),
    settle: async () => {
      const judged = await withHiddenFacts(ports, actor, paidAtOnce, async (hidden) => {
        const admission = remembering(ports, hidden)
        const sofar: Judged[] = []
        for (const item of items) sofar.push(await judge(admission, actor, withAnswer(item, answers)))
        return sofar
      })
      const apart = await withStanding(ports, actor, judged)
      return request.dryRun ? apart : make(ports, actor, apart)
    },
    problemOf: ({ is, ...settled }) => (is === 'refused' && 'problem' in settled ? settled.problem : undefined),
    onWire: (settled) => onWire(ports, context, settled),
  })
}
