import { changedFields } from '../../../domain/audit/changed.ts'
import type { Decision } from '../../../domain/answers/decision.ts'
import { approvedIn } from '../../../domain/gdap/approval-record.ts'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import type { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { MailDelivery } from '../../../domain/mail/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Write } from '../../store/write.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import type { KeptAnswer } from '../http/idempotency.ts'
import { type GdapAction, gdapRecord } from './record.ts'
import { passGdapTime } from './time.ts'
import { gdapBeside, gdapDetail } from './wire.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import type { AuditEntry } from '../audit/record.ts'

/** Finds a relationship that the actor sees and its cloud allows to change; else 404. */
export async function findGdap(ports: Ports, actor: Actor, id: string): Promise<GdapRecord> {
  const found = await ports.store.gdap.find(scopeOf(actor), id, ports.now().toISOString())
  const record = visible(found, 'gdap.not_found')
  enforce(isGdapAvailable(policyOf(ports, actor.organization.cloud)))
  return record
}

/** Finds by id for approval: a customer also finds a request that any tenant may approve (BR-85). */
export function findForApproval({ store: { gdap }, now }: Ports, actor: Actor, id: string): Promise<GdapRecord | undefined> {
  const at = now().toISOString()
  return actor.organization.kind === 'customer'
    ? gdap.findForApproval(scopeOf(actor), id, at)
    : gdap.find(scopeOf(actor), id, at)
}

/** Returns the history with the present events. */
export const historyWith = (
  before: HistoryEntry[], { user, organization }: Actor, { at, action }: { at: string; action: string },
): HistoryEntry[] => [...before, { at, action: action.replace('gdap.', ''), by: user.displayName, organization: organization.displayName }]

type GdapTransition = {
  find?: () => Promise<GdapRecord>
  may?: (found: GdapRecord, now: Date) => Decision
  mustBeSeen?: boolean
  next: (found: GdapRecord, now: Date) => Promise<GdapTransitionResult> | GdapTransitionResult
  save: (next: GdapRecord, write: Write<GdapRecord>) => Promise<GdapRecord>
}
/** The result of a transition; its `mails` are written with it. */
type GdapTransitionResult = {
  after: GdapRecord
  action: GdapAction
  details?: AuditEntry['details']
  isPartnersOwn?: boolean
  mails?: readonly NewMail[]
  status?: number
}

/** What a partner sets of a relationship; roles and customer are told by the action. */
const settable = ['displayName', 'duration', 'autoExtendDuration'] as const

const waiting = ({ id, kind, to, dueAt: at }: NewMail): MailDelivery =>
  ({ id, kind, to, state: 'queued', at, attempts: 0, response: null })

/** Changes one relationship. A repeated answer returns the present relationship. */
export const changeGdap = (
  c: ActorContext, ports: Ports, id: string, { find = () => findGdap(ports, c.var.actor, id), next, save, ...step }: GdapTransition,
): Promise<KeptAnswer<GdapRelationshipDetail>> => {
  const { actor } = c.var
  return command(c, ports, {
    ...step,
    find,
    version: (found) => found,
    next: async (found, now) => ({ ...(await next(found, now)), beside: await gdapBeside(ports, actor, found) }),
    event: ({ after, action, details = {}, isPartnersOwn = false, mails = [] }, at, before) => ({
      ...gdapRecord(actor, [{ action, at, before, after, isPartnersOwn, details, changed: changedFields(before, after, settable) }]), mails,
    }),
    save: ({ after }, write) => save(after, write),
    onWire: (saved, { action, details = {}, mails = [], beside }, now) => gdapDetail(ports, actor, saved, {
      ...beside,
      history: historyWith(beside.history, actor, { at: now.toISOString(), action }),
      approved: approvedIn([{ action, details }]) ?? beside.approved,
      mails: [...beside.mails, ...mails.map(waiting)],
    }),
    again: async (found) => gdapDetail(ports, actor, found, await gdapBeside(ports, actor, found)),
    status: ({ status = 200 }) => status,
  })
}

/** Continues what a person has begun; if that fails, upkeep does it later. */
export async function goOn(ports: Ports, id: string, requestId: string): Promise<void> {
  await passGdapTime(ports, id).catch((error: unknown) => ports.reportFailure?.(error, requestId))
}
