import type { Kysely, Transaction } from 'kysely'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { MailState } from '../../../domain/mail/states.ts'
import { appendChanges } from '../events/changes.ts'
import { isStillWanted } from '../notices/readers.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { inTransaction } from '../sql/transaction.ts'

declare const proof: unique symbol

/** A mail that one worker holds until its lease ends; settled by compare-and-set on its version. */
export type HeldMail = Omit<NewMail, 'intent' | 'dueAt' | 'requestedBy'> & {
  /** Includes the coming attempt. */
  readonly attempts: number
  /** The number of gathered notes. */
  readonly gathered: number
  /** Its invitation's present state; null without one. */
  readonly invited: Pick<InvitationRecord, 'state' | 'expiresAt' | 'linkNumber'> | null
  /** Its request's present state; null without one, or when it is gone. */
  readonly requested: Pick<GdapRelationship, 'status' | 'since'> | null
  /** False when the person whom it is for may not read it or does not want it any more. */
  readonly isWanted: boolean
  readonly version: number
  readonly [proof]: 'held'
}

type Key = { organization_id: string; id: string; version: number }

const candidates = 8

/**
 * The sender's view of every organisation's outbox. Methods with a held mail throw StaleWrite, with nothing changed, when another worker
 * has it.
 */
export const heldMails = (db: Kysely<Database>) => ({
  /** Claims the mail due longest, or one whose worker died before handing it over. Counts the attempt. */
  claim: async (now: string, leasedUntil: string): Promise<HeldMail | undefined> => {
    const due = await db
      .selectFrom('outbox')
      .select(['organization_id', 'id', 'version'])
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'queued'), eb('at', '<=', now)]),
          eb.and([eb('state', '=', 'sending'), eb('leased_until', '<=', now), eb('handed_over_at', 'is', null)]),
        ]),
      )
      .orderBy('at')
      .limit(candidates)
      .execute()
    for (const key of due) {
      const claimed = await at(db, key)
        .set((eb) => ({
          state: 'sending' as const, at: now, leased_until: leasedUntil, attempts: eb('attempts', '+', 1), version: key.version + 1,
        }))
        .returning(isStillWanted.as('isWanted'))
        .executeTakeFirst()
      // The first worker has it.
      if (claimed) return held(db, key, claimed.isWanted)
    }
    return undefined
  },

  renew: async (mail: HeldMail, leasedUntil: string): Promise<void> => {
    const renewed = await at(db, keyOf(mail)).set({ leased_until: leasedUntil }).returning('id').executeTakeFirst()
    if (!renewed) throw lost(mail)
  },

  /** From here on the mail server may have the mail. Nobody has one that is not wanted any more: it is claimed again, and kept. */
  handingOver: async (mail: HeldMail, handedOverAt: string): Promise<HeldMail> => {
    const version = mail.version + 1
    const marked = await at(db, keyOf(mail)).set({ handed_over_at: handedOverAt, version }).where(isStillWanted)
      .returning('id').executeTakeFirst()
    if (!marked) throw lost(mail)
    return { ...mail, version }
  },

  sent: (mail: HeldMail, now: string): Promise<void> => settle(db, mail, { state: 'sent', at: now, said: null }, now),
  refused: (mail: HeldMail, said: string, now: string): Promise<void> => settle(db, mail, { state: 'refused', at: now, said }, now),
  /** Returns it to the queue, due at `dueAt`. */
  putOff: (mail: HeldMail, said: string, dueAt: string, now: string): Promise<void> =>
    settle(db, mail, { state: 'queued', at: dueAt, said, handed_over_at: null }, now),
  uncertain: (mail: HeldMail, said: string, now: string): Promise<void> => settle(db, mail, { state: 'uncertain', at: now, said }, now),

  /** Marks handed-over mails without a worker as uncertain; at most 100. */
  settleLost: async (now: string): Promise<number> => {
    const broken = await db
      .selectFrom('outbox')
      .select(['organization_id', 'id', 'version', 'partner_id', 'invitation_id'])
      .where('state', '=', 'sending')
      .where('leased_until', '<=', now)
      .where('handed_over_at', 'is not', null)
      .orderBy('at')
      .limit(100)
      .execute()
    for (const mail of broken)
      await inTransaction(db, async (trx) => {
        const outcome = { state: 'uncertain', at: now, said: 'broke_off', leased_until: null, version: mail.version + 1 } as const
        const settled = await at(trx, mail).set(outcome).returning('id').executeTakeFirst()
        if (settled) await tell(trx, mail, outcome.state, now)
      })
    return broken.length
  },

  /** Ends every lease, for a process that is the only one. */
  endLeases: async (now: string): Promise<void> => {
    await db.updateTable('outbox').set({ leased_until: now }).where('state', '=', 'sending').execute()
  },
})

export type HeldMails = ReturnType<typeof heldMails>

const at = (db: Kysely<Database>, { organization_id, id, version }: Key) =>
  db.updateTable('outbox').where('organization_id', '=', organization_id).where('id', '=', id).where('version', '=', version)

const keyOf = ({ organizationId, id, version }: HeldMail): Key => ({ organization_id: organizationId, id, version })

const lost = ({ id, version }: HeldMail) => new StaleWrite(`Mail ${id} is no longer held at version ${version}`)

/** A response may come one version later, after the lease ended and the mail became uncertain; it still counts. */
async function settle(
  db: Kysely<Database>,
  mail: HeldMail,
  outcome: { state: MailState; at: string; said: string | null; handed_over_at?: null },
  now: string,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const settled = await trx
      .updateTable('outbox')
      .set({ ...outcome, leased_until: null, version: mail.version + 2 })
      .where((eb) => eb.and({ organization_id: mail.organizationId, id: mail.id }))
      .where((eb) =>
        eb.or([
          eb('version', '=', mail.version),
          eb.and([eb('version', '=', mail.version + 1), eb('state', '=', 'uncertain')]),
        ]),
      )
      .returning('id')
      .executeTakeFirst()
    if (!settled) throw lost(mail)
    const { partnerId, id } = mail.invitation ?? { partnerId: mail.organizationId, id: mail.id }
    await tell(trx, { organization_id: mail.organizationId, id: mail.id, partner_id: partnerId, invitation_id: id }, outcome.state, now)
  })
}

type About = Pick<Key, 'organization_id' | 'id'> & { partner_id: string; invitation_id: string }

/** Notifies the screens of the invitation's both sides, or of the request's partner. */
async function tell(trx: Transaction<Database>, mail: About, state: MailState, now: string) {
  const invitation = await trx
    .selectFrom('invitations')
    .select('reseller_id')
    .where((eb) => eb.and({ partner_id: mail.partner_id, id: mail.invitation_id }))
    .executeTakeFirst()
  const change = `mail_${state}`
  if (invitation) {
    const sides = [mail.partner_id, ...(invitation.reseller_id === null ? [] : [invitation.reseller_id])]
    const news = { noun: 'invitations', id: mail.invitation_id, change }
    return appendChanges(trx, sides.map((organizationId) => ({ ...news, organizationId })), now)
  }
  const request = await trx
    .selectFrom('gdap_mails')
    .select('relationship_id as id')
    .where((eb) => eb.and({ partner_id: mail.organization_id, mail_id: mail.id }))
    .executeTakeFirst()
  if (request) await appendChanges(trx, [{ noun: 'delegated-admin', id: request.id, change, organizationId: mail.organization_id }], now)
}

async function held(db: Kysely<Database>, { organization_id, id }: Key, isWanted: boolean): Promise<HeldMail> {
  const row = await db
    .selectFrom('outbox as mail')
    .leftJoin('invitations as invitation', (join) =>
      join.onRef('invitation.partner_id', '=', 'mail.partner_id').onRef('invitation.id', '=', 'mail.invitation_id'),
    )
    .leftJoin('gdap_mails as carries', (join) =>
      join.onRef('carries.partner_id', '=', 'mail.organization_id').onRef('carries.mail_id', '=', 'mail.id'),
    )
    .leftJoin('gdap_relationships as request', (join) =>
      join.onRef('request.partner_id', '=', 'carries.partner_id').onRef('request.id', '=', 'carries.relationship_id'),
    )
    .selectAll('mail')
    .select(['invitation.state as invited_state', 'invitation.expires_at', 'invitation.link_number as living_link'])
    .select(['carries.relationship_id', 'request.status as request_status', 'request.since as requested_since'])
    .where((eb) => eb.and({ 'mail.organization_id': organization_id, 'mail.id': id }))
    .executeTakeFirstOrThrow()
  const { invited_state: state, expires_at: expiresAt, living_link: livingLink } = row
  const isAbout = state !== null && expiresAt !== null && livingLink !== null
  return {
    id,
    organizationId: organization_id,
    kind: row.kind,
    invitation: isAbout ? { partnerId: row.partner_id, id: row.invitation_id, linkNumber: row.link_number } : null,
    ...(row.relationship_id !== null && { requestId: row.relationship_id }),
    to: row.to_address,
    language: row.language,
    subject: row.subject,
    text: row.body,
    from: row.from_name,
    replyTo: row.reply_to,
    attempts: row.attempts,
    gathered: row.gathered ?? 1,
    invited: isAbout ? { state, expiresAt, linkNumber: livingLink } : null,
    requested: row.request_status === null || row.requested_since === null
      ? null
      : { status: row.request_status, since: row.requested_since },
    ...(row.reader_organization_id !== null && row.reader_id !== null && row.notice !== null && {
      reader: { organizationId: row.reader_organization_id, userId: row.reader_id, kind: row.notice },
    }),
    isWanted,
    version: row.version,
  } as HeldMail
}
