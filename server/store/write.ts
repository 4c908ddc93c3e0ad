import type { AuditEvent, ChangeEvent } from '../../domain/audit/schemas.ts'
import type { NewMail } from '../../domain/mail/mail.ts'

export type NewAuditEvent = Omit<AuditEvent, 'id' | 'about'> & { organizationId: string }
/** Tells every open screen of one organisation that something changed. */
export type NewChange = ChangeEvent & { organizationId: string }

/** What is written in the same transaction as the row itself. `answer` keeps the reply for a repeated call; its body never holds a link. */
export type Write<Saved> = {
  at: string
  audit: readonly NewAuditEvent[]
  changes: readonly NewChange[]
  /** Mails that this write asks for; one whose intent is known already is left out. */
  mails?: readonly NewMail[] | undefined
  answer?: { key: string; requestHash: string; of: (saved: Saved) => { status: number; body: unknown } } | undefined
}
