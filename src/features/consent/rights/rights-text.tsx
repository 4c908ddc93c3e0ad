import { dayMs } from '../../../../domain/calendar/days.ts'
import { daysOf, extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { factsOf, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { canAutoExtend } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipDetail, GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { ConsentBlocks, Points, Ticks, WhoAsks } from '../consent-text.tsx'
import { Notice } from '../notice.tsx'

/** Renders roles in plain words, and tells which ones Microsoft marks as privileged. */
export type RolesShown = { listOf: (roles: readonly string[]) => Elements; isPrivileged: (role: string) => boolean }

type Props = { relationship: GdapRelationshipDetail; tenant: string; roles: RolesShown; isWithin?: boolean }

/**
 * Who asks for whom, the deadline, and that no action declines it (BR-79); what is asked, what an approval grants, and what stays (BR-78,
 * BR-80, BR-99, BR-101). `isWithin` another page.
 */
export function RightsText({ relationship, tenant, roles, isWithin = false }: Props) {
  const words = useWords()
  const { t, formatDeadline } = words
  const { partner, partnerProfile, displayName, customer, hasResellerRelationship, indirectProviderTenantId, lapsesAt } = relationship
  const names = { partner: partner.displayName, tenant }
  return (
    <>
      <WhoAsks partner={{ ...partnerProfile, displayName: partner.displayName }} lead={t('approval.lead', names)} words={words}
        level={isWithin ? 3 : 1}>
        <Text tone="muted">
          <span>{t(customer && hasResellerRelationship ? 'approval.partner.known' : 'approval.partner.unknown', names)}</span>
          {indirectProviderTenantId && <span>{` ${t('approval.partner.by_provider', names)}`}</span>}
        </Text>
        <Facts of={null} gap={1} text="body" facts={[
          [t('approval.request', names), <bdi translate="no" key="name">{displayName}</bdi>],
          [t('approval.partner.tenant_id'), <code translate="no" key="tenant">{partner.tenantId}</code>],
        ]} />
        {lapsesAt && (
          <Notice icon="clock"><time dateTime={lapsesAt}>{t('approval.lapses', { date: formatDeadline(lapsesAt) })}</time></Notice>
        )}
      </WhoAsks>
      <ConsentBlocks words={words} level={isWithin ? 4 : 2} asks={<Asks relationship={relationship} roles={roles} />}
        grants={<Granted relationship={relationship} tenant={tenant} />} unchanged={<UnchangedByRights relationship={relationship} />} />
    </>
  )
}

function Asks({ relationship, roles: { listOf, isPrivileged } }: Pick<Props, 'relationship' | 'roles'>) {
  const { t } = useWords()
  const roles = rolesOf(relationship)
  const privileged = roles.filter((id) => id !== globalAdministrator && isPrivileged(id)).length
  return (
    <>
      <p>{t('approval.asks.roles', { count: roles.length })}</p>
      {listOf(roles)}
      {roles.includes(globalAdministrator) && <Notice icon="danger" tone="danger">{t('approval.asks.everything')}</Notice>}
      {privileged > 0 && <Notice icon="caution" tone="caution">{t('approval.asks.privileged', { count: privileged })}</Notice>}
      <Text ruled="before" pad="3 0 0">{t('approval.asks.all_or_nothing', { partner: relationship.partner.displayName })}</Text>
    </>
  )
}

function Granted({ relationship, tenant }: Pick<Props, 'relationship' | 'tenant'>) {
  const { t, formatDate } = useWords()
  const now = useNow()
  const { partner, duration, customer } = relationship
  const days = daysOf(duration) ?? 0
  const names = { partner: partner.displayName, tenant }
  const { roles, autoExtendDuration } = factsOf(relationship)
  const goesOn = extendsItself(autoExtendDuration)
  const afterwards = goesOn ? 'extends' : canAutoExtend(roles, 'P180D').allowed ? 'ends' : 'ends_for_good'
  return (
    <Points points={[
      { icon: 'key', said: t('approval.grants.who', names) },
      { icon: 'clock', said: t('approval.grants.until', { days, date: formatDate(now + days * dayMs) }), isStrong: true },
      { icon: goesOn ? 'refresh' : 'info', said: t(`approval.grants.${afterwards}`, names) },
      { icon: 'shield', said: t('approval.grants.removable') },
      ...(customer === null ? [{ icon: 'info' as const, said: t('approval.grants.open', names) }] : []),
    ]} />
  )
}

const statements = ['subscriptions', 'ownership', 'terms', 'partner_of_record'] as const

/** What admin rights never change, what happens without an approval (BR-101), and other rights (BR-99). */
export function UnchangedByRights({ relationship }: {
  relationship: Pick<GdapRelationshipOnWire, 'partner' | 'hasResellerRelationship' | 'hasDap'>
}) {
  const { t } = useWords()
  const { partner: { displayName: partner }, hasResellerRelationship, hasDap } = relationship
  return (
    <>
      <Ticks sentences={[
        ...statements.map((each) => t(`acceptance.unchanged.${each}`, { inviter: partner })),
        t(hasResellerRelationship ? 'approval.unchanged.reseller' : 'approval.unchanged.no_reseller', { partner }),
      ]} />
      {hasDap && <Notice icon="caution" tone="caution">{t('approval.unchanged.dap', { partner })}</Notice>}
    </>
  )
}
