import type { AuditAction } from '../audit/actions.ts'

type Named = readonly [name: string, action: AuditAction, noun: string]

/**
 * The names that Partner Center's webhooks have, and names of the same kind for what has none there. Each stands for one action of the log
 * with one noun.
 */
const named = [
  ['reseller-relationship-accepted-by-customer', 'relationship.created', 'customers'],
  ['reseller-relationship-removed', 'relationship.removed', 'customers'],
  ['dap-admin-relationship-approved', 'admin_rights.granted', 'customers'],
  ['dap-admin-relationship-terminated', 'admin_rights.removed', 'customers'],
  ['granular-admin-relationship-approval-pending', 'gdap.finalised', 'delegated-admin'],
  ['granular-admin-relationship-approved', 'gdap.approved', 'delegated-admin'],
  ['granular-admin-relationship-activated', 'gdap.activated', 'delegated-admin'],
  ['granular-admin-relationship-expiring', 'gdap.expiring', 'delegated-admin'],
  ['granular-admin-relationship-extended', 'gdap.extended', 'delegated-admin'],
  ['granular-admin-relationship-expired', 'gdap.expired', 'delegated-admin'],
  ['granular-admin-relationship-terminated', 'gdap.terminated', 'delegated-admin'],
  ['granular-admin-access-assignment-created', 'gdap.assigned', 'delegated-admin'],
  ['granular-admin-access-assignment-activated', 'gdap.assignment_active', 'delegated-admin'],
  ['granular-admin-access-assignment-updated', 'gdap.reassigned', 'delegated-admin'],
  ['granular-admin-access-assignment-deleted', 'gdap.assignment_deleted', 'delegated-admin'],
  ['invitation-created', 'invitation.created', 'invitations'],
  ['invitation-opened', 'invitation.opened', 'invitations'],
  ['invitation-accepted', 'invitation.accepted', 'invitations'],
  ['invitation-declined', 'invitation.declined', 'invitations'],
  ['invitation-withdrawn', 'invitation.withdrawn', 'invitations'],
  ['partnership-requested', 'partnership.requested', 'partnerships'],
  ['partnership-authorized', 'partnership.authorized', 'partnerships'],
  ['partnership-removed', 'partnership.removed', 'partnerships'],
] as const satisfies readonly Named[]

export type WebhookEvent = (typeof named)[number][0]
export const webhookEvents = named.map(([name]) => name) as [WebhookEvent, ...WebhookEvent[]]

/** The event of a test, which every webhook gets. */
export const testEvent = 'test-created'

const byAction = new Map<string, WebhookEvent>(named.map(([name, action, noun]) => [`${noun} ${action}`, name]))
const actions = new Map<string, AuditAction>(named.map(([name, action]) => [name, action]))

/** The event that an entry of the log is; undefined for one that no webhook tells of. */
export const eventOf = ({ action, noun }: { action: string; noun: string }): WebhookEvent | undefined => byAction.get(`${noun} ${action}`)

/** The action that the log has words for. */
export const actionOf = (event: WebhookEvent): AuditAction => {
  const action = actions.get(event)
  if (action === undefined) throw new Error(`No action is ${event}`)
  return action
}
