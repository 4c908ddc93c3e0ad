import type { Changed } from '../../domain/audit/changed.ts'
import type { AuditEvent, ChangeEvent } from '../../domain/audit/schemas.ts'
import type { Through } from '../../domain/audit/through.ts'
import type { NewMail } from '../../domain/mail/mail.ts'

export type NewAuditEvent = Omit<AuditEvent, 'id' | 'about'> & {
  organizationId: string
  through?: Through | undefined
  /** Which of the organisation's own people did it. */
  byId?: string | undefined
  /** The tenant of the customer that it is about. */
  customerId?: string | null | undefined
  changed?: Changed | undefined
  /** The code of a refused call. */
  refused?: string | undefined
}
/** Notifies an organisation's open screens. */
export type NewChange = ChangeEvent & { organizationId: string }

/** What a row's transaction also writes. `answer` keeps the response for a repeated call; its body never holds a link. */
export type Write<Saved> = {
  at: string
  audit: readonly NewAuditEvent[]
  changes: readonly NewChange[]
  /** Mails of this write; a known intent is left out. */
  mails?: readonly NewMail[] | undefined
  answer?: { key: string; requestHash: string; of: (saved: Saved) => { status: number; body: unknown } } | undefined
}
