import { cloudPolicies } from '../../../../domain/clouds/cloud-policies.ts'
import type { CustomerRecord } from '../../../../domain/customers/customer.ts'
import { daysOf } from '../../../../domain/gdap/term/durations.ts'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { globalAdministrator, roleNamed } from '../../../../domain/gdap/roles/catalogue.ts'
import { defaultRoles, roleTemplates, templateIds } from '../../../../domain/gdap/roles/templates.ts'
import { passTime } from '../../../../domain/gdap/transitions.ts'
import { refOf } from '../../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { demoGdapId } from '../demo-ids.ts'
import { demoCustomers as customers, demoOrganizations as at } from '../demo-organizations.ts'
import { scene } from '../scene.ts'

const day = 24 * 60 * 60 * 1000

type Facts = Pick<GdapRelationship, 'displayName' | 'status' | 'customer' | 'roles'> &
  Partial<Pick<GdapRelationship, 'id' | 'duration' | 'autoExtendDuration' | 'indirectProviderTenantId' | 'isPartnerConsentPending'>> & {
    daysAgo: number
    endDateTime?: string
  }

/** Makes a relationship that was activated its duration before its end and requested a week earlier. */
function made(partner: Organization, facts: Facts, now: Date): GdapRelationship {
  const { daysAgo, endDateTime = null, duration = 'P730D', id = demoGdapId(`${partner.id}/${facts.displayName}`), ...rest } = facts
  const since = new Date(now.getTime() - daysAgo * day).toISOString()
  const before = (moment: string, days: number) => new Date(Date.parse(moment) - days * day).toISOString()
  const activatedDateTime = endDateTime && before(endDateTime, daysOf(duration) ?? 0)
  return {
    autoExtendDuration: 'PT0S', indirectProviderTenantId: null, isPartnerConsentPending: false, ...rest,
    id, duration, endDateTime, activatedDateTime, since,
    partner: refOf(partner),
    createdDateTime: before(activatedDateTime ?? since, 7),
    lastModifiedDateTime: since,
    version: 1,
  }
}

const labelOf = ({ companyProfile: { domain } }: CustomerRecord): string => domain.split('.')[0] ?? ''
const named = ({ tenantId, displayName }: Organization) => ({ tenantId, displayName })
const customerOf = ({ id, companyProfile }: CustomerRecord) => ({ tenantId: id, displayName: companyProfile.companyName })

/** A relationship for every active GDAP of a partner's list. */
export function standing(partner: Organization, rows: readonly CustomerRecord[], now: Date): GdapRelationship[] {
  const kind = partner.kind === 'customer' ? 'direct_partner' : partner.kind
  return rows.filter(({ gdap }) => gdap.active).map((row, position) => {
    const endDateTime = row.gdap.nextEndDateTime ?? new Date(now.getTime() + 400 * day).toISOString()
    const template = templateIds[position % templateIds.length] ?? 'account_manager'
    const own = roleTemplates[template]
    const isMoved = position % 40 === 3 && position < 80
    const isGlobal = position === 5
    const drifted = position % 9 === 4 ? [...own, roleNamed('Reports Reader')] : position % 9 === 7 ? own.slice(1) : own
    const roles = isMoved ? defaultRoles(kind) : isGlobal ? [...own, globalAdministrator] : drifted
    const autoExtendDuration = !isMoved && !isGlobal && position % 3 === 1 ? 'P180D' : 'PT0S'
    const left = (Date.parse(endDateTime) - now.getTime()) / day
    const active = made(partner, {
      displayName: isMoved ? `MLT_${labelOf(row).slice(0, 8)}${position}` : `Support-${labelOf(row)}`,
      customer: customerOf(row),
      status: 'active',
      roles, autoExtendDuration, endDateTime,
      duration: left > 350 ? 'P730D' : 'P365D',
      daysAgo: left > 350 ? 730 - left : 365 - left,
    }, now)
    return { ...active, status: passTime(active, now).status }
  })
}

const reader = roleTemplates.account_manager
const desk = roleTemplates.service_desk_agent

/** For one customer or, with null, for anybody; `ended`: when it ends or ended. */
const plain = (
  displayName: string, status: Facts['status'], customer: Organization | null, roles: readonly string[], daysAgo: number, ended?: string,
): Facts => ({ displayName, status, customer: customer && named(customer), roles, daysAgo, ...(ended && { endDateTime: ended }) })

/** Relationships that are waiting or over. */
function others(now: Date): GdapRelationship[] {
  const ago = (days: number) => new Date(now.getTime() - days * day).toISOString()
  const ahead = (days: number) => ago(-days)
  const ofContoso: Facts[] = [
    { ...scene.requestForTailspin, status: 'approvalPending', customer: named(at.tailspin), roles: desk, daysAgo: 2 },
    { ...scene.openRequest, status: 'approvalPending', customer: null, roles: reader, daysAgo: 9 },
    plain('Support-Northwind', 'created', at.northwind, desk, 1),
    plain('Draft-without-roles', 'created', null, [], 4),
    plain('Fourth-Coffee-2026', 'approvalPending', customers.fourthCoffee, reader, 85),
    plain('Lamna-2026', 'approvalPending', customers.lamna, desk, 30),
    plain('Relecloud-2026', 'approved', customers.relecloud, reader, 0.01),
    plain('VanArsdel-2026', 'activating', customers.vanArsdel, desk, 0.02),
    plain('Munson-2025', 'terminationRequested', customers.munson, desk, 0.01, ahead(200)),
    plain('Bellows-2025', 'terminating', customers.bellows, reader, 0.02, ahead(90)),
    plain('Tailspin-2025', 'terminated', at.tailspin, reader, 120, ahead(60)),
    plain('Wide-World-2025', 'terminated', customers.wideWorld, desk, 300, ago(100)),
    ...[customers.adventure, customers.southridge, customers.trey, customers.lamna, customers.bellows, customers.munson].map(
      (customer, position) => ({
        displayName: `Support-2025-${position + 1}`, status: 'expired' as const, customer: named(customer), roles: desk,
        duration: 'P365D', daysAgo: 4 + position * 40, endDateTime: ago(4 + position * 40),
      }),
    ),
  ]
  const ofLitware: Facts[] = [
    {
      ...scene.standingOfTailspin, status: 'expiring', customer: named(at.tailspin), roles: desk, duration: 'P365D', daysAgo: 8,
      endDateTime: ahead(21.5),
    },
    plain('Adventure-desk', 'approvalPending', customers.adventure, reader, 5),
    {
      ...scene.awaitingConsent, status: 'created', customer: named(customers.southridge), roles: reader, daysAgo: 3,
      indirectProviderTenantId: at.contoso.tenantId, isPartnerConsentPending: true,
    },
  ]
  const ofAdatum: Facts[] = [
    plain('Lucerne-Livros', 'approvalPending', at.lucerne, desk, 6),
    {
      displayName: 'Consolidated-2025', status: 'expired', customer: named(customers.consolidated), roles: desk, daysAgo: 15,
      endDateTime: ago(15),
    },
  ]
  return [
    ...ofContoso.map((facts) => made(at.contoso, facts, now)),
    ...ofLitware.map((facts) => made(at.litware, facts, now)),
    ...ofAdatum.map((facts) => made(at.adatum, facts, now)),
  ]
}

/** Every relationship of the scene; clouds without GDAP have none. */
export const demoGdap = (lists: readonly (readonly [Organization, readonly CustomerRecord[]])[], now: Date): GdapRelationship[] => [
  ...lists.flatMap(([partner, rows]) => cloudPolicies[partner.cloud].granularAdmin === 'available' ? standing(partner, rows, now) : []),
  ...others(now),
]
