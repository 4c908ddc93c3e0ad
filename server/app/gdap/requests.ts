import type { AnswerKind, Decision } from '../../../domain/answers/decision.ts'
import { approvalDetails } from '../../../domain/gdap/approval-record.ts'
import { canApprove, canConsent, canFinalise, canTerminate, isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import type { GdapRequest, GdapRequestOnWire } from '../../../domain/gdap/schemas.ts'
import { approve, consent, finalise, requestTermination } from '../../../domain/gdap/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { refused } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, enforceLately } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { changeGdap, findForApproval, goOn } from './change.ts'
import { type GdapAction, gdapRecord } from './record.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { gdapVerbRoutes as routes } from './descriptions.ts'

type Verb = {
  may: (actor: Actor, relationship: GdapRelationship | undefined, earlier: readonly AnswerKind[]) => Decision
  /** Null deletes the draft. */
  next: ((relationship: GdapRelationship, now: Date) => GdapRelationship) | null
  action: GdapAction
  /** The answer that it gives, if it is one. */
  says?: AnswerKind
}

const unlessGone =
  (may: (actor: Actor, relationship: GdapRelationship, earlier: readonly AnswerKind[]) => Decision): Verb['may'] =>
  (actor, relationship, said) => may(actor, visible(relationship, 'gdap.not_found'), said)

/** BR-79: `approve` and `reject` are a reseller's answers to its provider; a customer approves at another route. */
const verbs: Record<GdapRequest['action'], Verb> = {
  lockForApproval: { may: unlessGone(canFinalise), next: finalise, action: 'gdap.finalised' },
  approve: { may: (...facts) => canConsent(...facts, 'consented'), next: consent, action: 'gdap.consented', says: 'consented' },
  reject: { may: (...facts) => canConsent(...facts, 'rejected'), next: null, action: 'gdap.rejected', says: 'rejected' },
  terminate: {
    may: unlessGone(canTerminate), next: requestTermination, action: 'gdap.termination_requested', says: 'terminated',
  },
}

export function gdapVerbEndpoints(ports: Ports) {
  const { store } = ports

  return endpoints()
    .openapi(routes.request, async (c) => {
      const { id } = c.req.valid('param')
      const { action } = c.req.valid('json')
      if (action === 'terminate') enforceLately(c.var)
      const body = await ask(c, ports, id, action)
      if (action === 'terminate') await goOn(ports, id, c.var.requestId)
      return c.json(body, 201)
    })
    .openapi(routes.approve, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const find = async () => {
        const found = await findForApproval(ports, actor, id)
        if (!found && (await isTaken(ports, actor, id))) enforce(refused('state', 'gdap.not_waiting_for_approval', 'BR-85'))
        const record = visible(found, 'gdap.not_found')
        enforce(isGdapAvailable(policyOf(ports, actor.organization.cloud)))
        return record
      }
      const { body } = await changeGdap(c, ports, id, {
        find,
        may: (found) => canApprove(actor, found),
        next: (found, at) => ({
          after: { ...found, ...approve(found, actor, at), customerOrganizationId: actor.organization.id }, action: 'gdap.approved',
          details: approvalDetails(actor.organization.displayName, found),
        }),
        save: (next, write) => store.gdap.approve(scopeOf(actor), next, write),
      })
      await goOn(ports, id, c.var.requestId)
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

/** Another tenant was faster: the reader learns that the request is taken, not by whom (BR-85). */
const isTaken = async ({ store, now }: Ports, actor: Actor, id: string): Promise<boolean> =>
  actor.organization.kind === 'customer' && store.gdap.isBoundToAnother(scopeOf(actor), id, now().toISOString())

/** Reads the earlier answers of the actor's organization, with each first receipt, from its audit entries. */
async function answersBefore({ store }: Ports, actor: Actor, id: string): Promise<Map<AnswerKind, GdapRequestOnWire>> {
  const events = await store.audit.ofRow(scopeOf(actor), 'delegated-admin', id)
  const before = new Map<AnswerKind, GdapRequestOnWire>()
  for (const requested of ['approve', 'reject', 'terminate'] as const) {
    const { action, says } = verbs[requested]
    const first = events.find((event) => event.action === action && event.details['organizationId'] === actor.organization.id)
    if (first && says) before.set(says, receiptOf(String(first.details['requestId']), requested, first.at))
  }
  return before
}

const receiptOf = (id: string, action: GdapRequest['action'], at: string): GdapRequestOnWire => ({
  id, action, status: action === 'terminate' ? 'pending' : 'succeeded', createdDateTime: at, lastModifiedDateTime: at,
})

async function ask(c: ActorContext, ports: Ports, id: string, requested: GdapRequest['action']): Promise<GdapRequestOnWire> {
  const { may, next, action, says } = verbs[requested]
  const { actor } = c.var
  const admin = ports.store.gdap
  const { body } = await command(c, ports, {
    find: async () => {
      const seen = await admin.find(scopeOf(actor), id, ports.now().toISOString())
      // Reads the answers after the relationship, so that a changed relationship comes with the answer that changed it.
      const before = await answersBefore(ports, actor, id)
      if (before.size === 0) visible(seen, 'gdap.not_found')
      enforce(isGdapAvailable(policyOf(ports, actor.organization.cloud)))
      return { seen, before }
    },
    may: ({ seen, before }) => may(actor, seen, [...before.keys()]),
    version: ({ seen }) => seen,
    next: ({ seen }, now) => {
      const found = visible(seen, 'gdap.not_found')
      const request = receiptOf(ports.newId(), requested, now.toISOString())
      return { found, after: next ? { ...found, ...next(found, now) } : found, request }
    },
    event: ({ found, after, request }, at) => {
      const details = says ? { requestId: request.id, organizationId: actor.organization.id } : {}
      return gdapRecord(actor, [{ action, at, before: found, after, details }])
    },
    save: async ({ found, after }, write) => {
      await (next ? admin.update(scopeOf(actor), after, write) : admin.remove(scopeOf(actor), found, write))
    },
    onWire: (_, { request }) => request,
    again: ({ before }) => visible(says && before.get(says), 'gdap.not_found'),
    status: 201,
  })
  return body
}
