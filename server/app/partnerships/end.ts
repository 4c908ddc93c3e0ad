import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Ended } from '../../store/partnerships/partnership-end.ts'
import type { Write } from '../../store/write.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

type Record = Pick<Write<unknown>, 'audit' | 'changes'>

/** Audit entries of what ended with a partnership; open screens refresh all invitations at once. */
export function endRecord(by: Actor, { provider, reseller }: Pick<Partnership, 'provider' | 'reseller'>, at: string, ended: Ended): Record {
  const sides = [provider.id, reseller.id]
  const details = { reseller: reseller.displayName }
  const returned = ended.invitations.map(
    (nounId): AuditEntry => ({ at, action: 'invitation.returned', noun: 'invitations', nounId, organizationIds: sides, details }),
  )
  const others = [
    ...ended.drafts.map(
      ({ id, displayName }): AuditEntry => ({
        at, action: 'gdap.partnership_ended', noun: 'delegated-admin', nounId: id, organizationIds: sides,
        details: { relationship: displayName },
      }),
    ),
    ...ended.asks.map(
      ({ tenantId, organizationId }): AuditEntry => ({
        at, action: 'admin_rights.ask_ended', noun: 'customers', nounId: tenantId, details,
        organizationIds: organizationId === null ? sides : [...sides, organizationId],
      }),
    ),
  ]
  const withdrawn = ended.invites.map(
    ({ id, tenantId, displayName }): AuditEntry => ({
      at, action: 'reseller_invite.withdrawn', noun: 'partnerships', nounId: id, organizationIds: [provider.id],
      details: { reseller: displayName, tenantId },
    }),
  )
  const further = recordOf(by, [...others, ...withdrawn])
  const news = returned.length === 0 ? [] : sides.map((organizationId) => ({ organizationId, noun: 'invitations', change: 'returned' }))
  return { audit: [...recordOf(by, returned).audit, ...further.audit], changes: [...news, ...further.changes] }
}
