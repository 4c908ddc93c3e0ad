import { approvalDetails } from '../../../domain/delegated-admin/approval-record.ts'
import { canApprove, canConsent, canFinalise, canTerminate, isGdapAvailable } from '../../../domain/delegated-admin/relationship-rules.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import type { GdapRequest, GdapRequestOnWire } from '../../../domain/delegated-admin/schemas.ts'
import { approve, consent, finalise, requestTermination } from '../../../domain/delegated-admin/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { refused, type Verdict } from '../../../domain/verdict.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Write } from '../../store/store.ts'
import { endpoints } from '../api.ts'
import type { Asking } from '../api-env.ts'
import { changeGdap, findForApproval, findGdap, goOn } from '../gdap-change.ts'
import { gdapRecord } from '../gdap-record.ts'
import { answerOnce } from '../idempotency.ts'
import { policyOf } from '../policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../problem-response.ts'
import { decideAndWrite, matchVersion } from '../row-version.ts'
import { delegatedAdminVerbRoutes as routes } from './delegated-admin-routes.ts'

type Verb = {
  may: (actor: Actor, relationship: GdapRelationship) => Verdict
  /** Null: the draft is thrown away. */
  next: ((relationship: GdapRelationship, now: Date) => GdapRelationship) | null
  action: `gdap.${string}`
}

/** BR-79: `approve` and `reject` are a reseller's answers to its provider; a customer approves at an address of its own. */
const verbs: Record<GdapRequest['action'], Verb> = {
  lockForApproval: { may: canFinalise, next: finalise, action: 'gdap.finalised' },
  approve: { may: canConsent, next: consent, action: 'gdap.consented' },
  reject: { may: canConsent, next: null, action: 'gdap.rejected' },
  terminate: { may: canTerminate, next: requestTermination, action: 'gdap.termination_requested' },
}

export function delegatedAdminVerbEndpoints(ports: Ports) {
  const { store } = ports

  return endpoints()
    .openapi(routes.request, async (c) => {
      const { id } = c.req.valid('param')
      const { action } = c.req.valid('json')
      const body = await ask(c, ports, c.var.actor, id, action)
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
      const { body } = await changeGdap(
        c, ports, actor, id,
        (found, at) => {
          const verdict = canApprove(actor, found)
          if (verdict.allowed || verdict.because === 'state') matchVersion(c, found)
          enforce(verdict)
          const next = { ...approve(found, actor, at), customerOrganizationId: actor.organization.id }
          return Promise.resolve({
            next, action: 'gdap.approved', status: 200, details: approvalDetails(actor.organization.displayName, found),
            save: (write) => store.delegatedAdmin.approve(scopeOf(actor), next, write),
          })
        },
        find,
      )
      await goOn(ports, id, c.var.requestId)
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

/** Another tenant was faster: who it is is nobody's business, that an open request is taken is its reader's (BR-85). */
const isTaken = async ({ store, now }: Ports, actor: Actor, id: string): Promise<boolean> =>
  actor.organization.kind === 'customer' && store.delegatedAdmin.isBoundToAnother(scopeOf(actor), id, now().toISOString())

async function ask(c: Asking, ports: Ports, actor: Actor, id: string, asked: GdapRequest['action']): Promise<GdapRequestOnWire> {
  const { may, next, action } = verbs[asked]
  const admin = ports.store.delegatedAdmin
  const { body } = await answerOnce<unknown, GdapRequestOnWire>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const found = await findGdap(ports, actor, id)
      const verdict = may(actor, found)
      if (verdict.allowed || verdict.because === 'state') matchVersion(c, found)
      enforce(verdict)
      const now = ports.now()
      const at = now.toISOString()
      const status = asked === 'terminate' ? 'pending' : 'succeeded'
      const request: GdapRequestOnWire = { id: ports.newId(), action: asked, status, createdDateTime: at, lastModifiedDateTime: at }
      const answer = { status: 201, body: request }
      const after = next ? { ...found, ...next(found, now) } : found
      const write: Write<unknown> = { at, ...gdapRecord(actor, [{ action, at, before: found, after }]), answer: keep(() => answer) }
      await (next ? admin.update(scopeOf(actor), after, write) : admin.remove(scopeOf(actor), found, write))
      return answer
    }),
  )
  return body
}
