import type { AuditAction } from '../../../domain/audit/actions.ts'
import type { Changed } from '../../../domain/audit/changed.ts'
import type { Through } from '../../../domain/audit/through.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { NewAuditEvent, NewChange, Write } from '../../store/write.ts'

export type AuditEntry = {
  at: string
  /** `invitation.sent`; open screens get the part after the dot. */
  action: AuditAction
  noun:
    | 'customers' | 'delegated-admin' | 'invitations' | 'organizations' | 'partnerships' | 'people' | 'receipts' | 'role-templates'
    | 'templates' | 'tokens' | 'webhooks'
  nounId: string
  /** The organisations whose records and open screens get it. */
  organizationIds: readonly string[]
  details?: NewAuditEvent['details']
  /** The tenant of the customer that it is about; that of `customers` is the row itself. */
  customerId?: string | null | undefined
  /** What the write changes; never a token, a secret, a message or an address. */
  changed?: Changed | undefined
}

/** Who writes: a signed-in person, the portal's clock, or undefined for whoever holds a link. */
export type Author = Actor | 'worker' | undefined

const inOrderOnce = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The person's own organisation reads through which of its access tokens the person did it; others read the person. */
const nameIn = (organizationId: string, { user, organization, token }: Actor): string =>
  token && organizationId === organization.id ? `${user.displayName} · ${token.name}` : user.displayName

const throughOf = (by: Author): Through => (by === 'worker' ? by : by ? (by.through ?? 'browser') : 'link')

/** Makes a write's audit entries and the change rows for open screens. */
export function recordOf(by: Author, entries: readonly AuditEntry[]): Pick<Write<unknown>, 'audit' | 'changes'> {
  const person = by === 'worker' ? undefined : by
  const audit = entries.flatMap(({ organizationIds, details = {}, customerId, ...event }): NewAuditEvent[] =>
    inOrderOnce(organizationIds).map((organizationId) => ({
      ...event,
      organizationId,
      by: person ? nameIn(organizationId, person) : '',
      byId: person?.organization.id === organizationId ? person.user.id : undefined,
      organizationName: person?.organization.displayName ?? '',
      details,
      through: throughOf(by),
      customerId: customerId ?? (event.noun === 'customers' ? event.nounId : null),
    })),
  )
  const changes = entries.flatMap(({ organizationIds, noun, nounId, action }): NewChange[] =>
    inOrderOnce(organizationIds).map((organizationId) => ({ organizationId, noun, id: nounId, change: action.split('.')[1] ?? action })),
  )
  return { audit, changes }
}
