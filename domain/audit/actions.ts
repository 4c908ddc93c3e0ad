/** Every action that an audit entry may tell of; the screens have words for each (`home.event` + action). */
export const auditActions = [
  'invitation.created', 'invitation.handed_over', 'invitation.sent', 'invitation.forwarded', 'invitation.reissued',
  'invitation.returned', 'invitation.withdrawn', 'invitation.opened', 'invitation.accepted', 'invitation.declined',
  'invitation.reminded', 'invitation.reseller_reminded', 'invitation.opted_out', 'invitation.signed_in', 'invitation.failed',
  'invitation.handed_to_admin', 'invitation.asked', 'invitation.confirmed', 'invitation.link_shown',
  'relationship.created', 'relationship.removed', 'relationship.extended',
  'admin_rights.asked', 'admin_rights.ask_ended', 'admin_rights.granted', 'admin_rights.removed',
  'agreement.attested',
  'partnership.requested', 'partnership.authorized', 'partnership.removed',
  'customers.imported',
  'customer.imported', 'customer.claimed', 'customer.disputed', 'customer.dispute_withdrawn', 'customer.rights_changed',
  'organization.changed', 'organization.registered',
  'reminders.chosen',
  'gdap.created', 'gdap.changed', 'gdap.deleted', 'gdap.finalised', 'gdap.sent', 'gdap.consented', 'gdap.rejected',
  'gdap.partnership_ended', 'gdap.approved', 'gdap.activating', 'gdap.activated', 'gdap.expiring', 'gdap.not_expiring', 'gdap.extended',
  'gdap.expired', 'gdap.termination_requested', 'gdap.terminating', 'gdap.terminated', 'gdap.auto_extend_changed',
  'gdap.global_administrator_removed', 'gdap.assigned', 'gdap.reassigned', 'gdap.unassigned', 'gdap.assignment_active',
  'gdap.assignment_deleted', 'gdap.reminded',
  'role_template.created', 'role_template.changed', 'role_template.deleted',
  'template.saved', 'template.removed',
  'audit.retention_chosen', 'call.refused', 'calls.more_refused',
] as const
export type AuditAction = (typeof auditActions)[number]
