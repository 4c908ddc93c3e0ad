import type { Actor } from '../../../domain/session/actor.ts'
import type { NewAuditEvent, NewChange, Write } from '../../store/write.ts'

export type AuditEntry = {
  at: string
  /** `invitation.sent`; open screens get the part after the dot. */
  action: string
  noun:
    | 'customers' | 'delegated-admin' | 'invitations' | 'organizations' | 'partnerships' | 'receipts' | 'role-templates' | 'templates'
    | 'tokens'
  nounId: string
  /** The organisations whose records and open screens get it. */
  organizationIds: readonly string[]
  details?: NewAuditEvent['details']
}

const inOrderOnce = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The person's own organisation reads through which of its access tokens the person did it; others read the person. */
const nameIn = (organizationId: string, { user, organization, token }: Actor): string =>
  token && organizationId === organization.id ? `${user.displayName} · ${token.name}` : user.displayName

/** Makes a write's audit entries and the change rows for open screens. `by` is undefined when nobody is signed in. */
export function recordOf(by: Actor | undefined, entries: readonly AuditEntry[]): Pick<Write<unknown>, 'audit' | 'changes'> {
  const audit = entries.flatMap(({ organizationIds, details = {}, ...event }): NewAuditEvent[] =>
    inOrderOnce(organizationIds).map((organizationId) => ({
      ...event,
      organizationId,
      by: by ? nameIn(organizationId, by) : '',
      organizationName: by?.organization.displayName ?? '',
      details,
    })),
  )
  const changes = entries.flatMap(({ organizationIds, noun, nounId, action }): NewChange[] =>
    inOrderOnce(organizationIds).map((organizationId) => ({ organizationId, noun, id: nounId, change: action.split('.')[1] ?? action })),
  )
  return { audit, changes }
}
