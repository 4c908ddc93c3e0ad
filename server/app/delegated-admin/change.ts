import { approvedIn } from '../../../domain/delegated-admin/approval-record.ts'
import { isGdapAvailable } from '../../../domain/delegated-admin/relationship-rules.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import type { GdapRelationshipDetail } from '../../../domain/delegated-admin/schemas.ts'
import type { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { MailDelivery } from '../../../domain/mail/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/delegated-admin/row.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Write } from '../../store/write.ts'
import type { Asking } from '../http/api-env.ts'
import { gdapRecord } from './record.ts'
import { passGdapTime } from './time.ts'
import { gdapBeside, gdapDetail } from './wire.ts'
import { answerOnce } from '../http/idempotency.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite } from '../http/row-version.ts'
import type { Happening } from '../audit/what-happened.ts'

/** A relationship in the actor's sight, which its cloud lets be changed; 404 when there is none. */
export async function findGdap(ports: Ports, actor: Actor, id: string): Promise<GdapRecord> {
  const found = await ports.store.delegatedAdmin.find(scopeOf(actor), id, ports.now().toISOString())
  const record = visible(found, 'gdap.not_found')
  enforce(isGdapAvailable(policyOf(ports, actor.organization.cloud)))
  return record
}

/** As whoever was given the id may look for it: a customer also finds what waits for whichever tenant approves first (BR-85). */
export function findForApproval({ store: { delegatedAdmin }, now }: Ports, actor: Actor, id: string): Promise<GdapRecord | undefined> {
  const at = now().toISOString()
  return actor.organization.kind === 'customer'
    ? delegatedAdmin.findForApproval(scopeOf(actor), id, at)
    : delegatedAdmin.find(scopeOf(actor), id, at)
}

/** The history as it will be read, with what is happening now. */
export const historyWith = (
  before: HistoryEntry[], { user, organization }: Actor, { at, action }: { at: string; action: string },
): HistoryEntry[] => [...before, { at, action: action.replace('gdap.', ''), by: user.displayName, organization: organization.displayName }]

type Decided = {
  next: GdapRelationship
  action: `gdap.${string}`
  details?: Happening['details']
  isPartnersOwn?: boolean
  /** Written with the change. */
  mails?: readonly NewMail[]
  status: number
  save: (write: Write<GdapRecord>) => Promise<GdapRecord>
}

const waiting = ({ id, kind, to, dueAt }: NewMail): MailDelivery => ({ id, kind, to, state: 'queued', at: dueAt, attempts: 0, said: null })

/**
 * What every change of one relationship does: find → enforce → transition → save → audit, once for every Idempotency-Key. Of an answer
 * that was given before nothing is written, and the relationship is shown as it is.
 */
export const changeGdap = (
  c: Asking, ports: Ports, actor: Actor, id: string, decide: (found: GdapRecord, now: Date) => Promise<Decided | 'repeated'>,
  find: () => Promise<GdapRecord> = () => findGdap(ports, actor, id),
) =>
  answerOnce<GdapRecord, GdapRelationshipDetail>(c, ports, actor, (keep) =>
    decideAndWrite(c, async () => {
      const found = await find()
      const now = ports.now()
      const decided = await decide(found, now)
      const before = await gdapBeside(ports, actor, found)
      if (decided === 'repeated') return { status: 200, body: gdapDetail(ports, actor, found, before) }
      const { next, action, details = {}, isPartnersOwn = false, mails = [], status, save } = decided
      const at = now.toISOString()
      const beside = {
        ...before,
        history: historyWith(before.history, actor, { at, action }),
        approved: approvedIn([{ action, details }]) ?? before.approved,
        mails: [...before.mails, ...mails.map(waiting)],
      }
      const of = (saved: GdapRecord) => ({ status, body: gdapDetail(ports, actor, saved, beside) })
      const after = { ...found, ...next }
      const record = gdapRecord(actor, [{ action, at, before: found, after, isPartnersOwn, details }])
      return of(await save({ at, ...record, mails, answer: keep(of) }))
    }),
  )

/** Goes on with what a person has begun; when that fails, the host's own upkeep does it later. */
export async function goOn(ports: Ports, id: string, requestId: string): Promise<void> {
  await passGdapTime(ports, id).catch((error: unknown) => ports.reportFailure?.(error, requestId))
}
