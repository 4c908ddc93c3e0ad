import { granularMicrosoftLink } from '../../../domain/clouds/microsoft-link.ts'
import { adviceOn } from '../../../domain/gdap/advice.ts'
import { type Approved, approvedIn } from '../../../domain/gdap/approval-record.ts'
import { isSystemCreated, lapsesAt, whyItEnds } from '../../../domain/gdap/term/expiry.ts'
import type { AccessAssignment } from '../../../domain/gdap/relationship.ts'
import type { AccessAssignmentOnWire, GdapRelationshipDetail, GdapRelationshipOnWire } from '../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { HistoryEntry } from '../../../domain/invitations/schemas.ts'
import type { MailDelivery } from '../../../domain/mail/schemas.ts'
import type { Standing } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import { scopeOf } from '../../store/scope.ts'
import { approvalLinkOf } from './approval-link.ts'
import { historyOf } from '../invitations/history.ts'
import { recipientsOf } from './mail/mail.ts'
import { readStanding } from '../organizations/standing.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { etagOf } from '../http/row-version.ts'

const accessOf = (roles: readonly string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

export function gdapOnWire(record: GdapRecord): GdapRelationshipOnWire {
  const {
    roles, version, partnerProfile: _, customerOrganizationId: _customer, providerOrganizationId: _provider, providerName: _name, ...shown
  } = record
  return {
    ...shown,
    accessDetails: accessOf(roles),
    lapsesAt: lapsesAt(record),
    endsBecause: standingStatuses.includes(record.status) ? whyItEnds(record) : null,
    isSystemCreated: isSystemCreated(record.displayName),
    etag: etagOf({ version }),
  }
}

/** Facts beside a relationship that the actor's organisation may know. */
export type GdapBeside = {
  history: HistoryEntry[]
  approved?: Approved | undefined
  mails: MailDelivery[]
  notified: GdapRelationshipDetail['notified']
  hasEnterpriseAgreement: boolean
  /** The partner's. */
  standing: Standing
}

const isOwner = ({ organization }: Actor, { partner }: Pick<GdapRecord, 'partner'>): boolean => partner.id === organization.id

/** Adds the customer's links while it is to answer, and advice for the partner. */
export function gdapDetail(
  ports: Pick<Ports, 'publicUrl' | 'now' | 'policies'>, actor: Actor, record: GdapRecord,
  { history, approved, mails, notified, hasEnterpriseAgreement, standing }: GdapBeside,
): GdapRelationshipDetail {
  const isWaiting = record.status === 'approvalPending'
  return {
    ...gdapOnWire(record),
    partnerProfile: { ...record.partnerProfile, standing },
    indirectProviderName: record.providerName,
    approvalLink: isWaiting ? approvalLinkOf(ports, record.id) : null,
    microsoftLink: isWaiting ? granularMicrosoftLink(policyOf(ports, actor.organization.cloud), record.id) : null,
    history,
    ...(approved && { approved }),
    advice: isOwner(actor, record) ? adviceOn({ ...record, hasEnterpriseAgreement }) : [],
    mails,
    notified,
  }
}

/** Reads the history from the actor's own audit entries, oldest first; for the partner also the mails and what the customer bought. */
export async function gdapBeside(ports: Pick<Ports, 'store' | 'sendsMail'>, actor: Actor, record: GdapRecord): Promise<GdapBeside> {
  const { store } = ports
  const scope = scopeOf(actor)
  const { id, customer } = record
  const [events, standing] = await Promise.all([
    store.audit.ofRow(scope, 'delegated-admin', id), readStanding(store, record.partner.id),
  ])
  const recorded = { history: historyOf(events), approved: approvedIn(events), standing }
  if (!isOwner(actor, record)) return { ...recorded, mails: [], notified: [], hasEnterpriseAgreement: false }
  const bought = customer ? await store.subscriptions.list(scope, customer.tenantId) : []
  return {
    ...recorded, mails: await store.outbox.ofRequest(scope, id), hasEnterpriseAgreement: bought.some(({ channel }) => channel === 'ea'),
    notified: standingStatuses.includes(record.status) ? [...new Set((await recipientsOf(ports, record)).map(({ side }) => side))] : [],
  }
}

export const assignmentOnWire = ({
  group, roles, version, relationshipId: _, ...assignment
}: AccessAssignment): AccessAssignmentOnWire => ({
  ...assignment,
  accessContainer: { accessContainerId: group.id, accessContainerType: 'securityGroup', displayName: group.displayName },
  accessDetails: accessOf(roles),
  etag: etagOf({ version }),
})
