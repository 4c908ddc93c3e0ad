import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './approval.module.css'

type Props = { relationship: GdapRelationshipDetail; tenant: string; level?: 1 | 3 }

/** Who asks, in whose name, under what name, and until when; and that nothing need be done to say no (BR-79). */
export function ApprovalIntroduction({ relationship, tenant, level = 1 }: Props) {
  const { t, formatCountry, formatDeadline } = useWords()
  const { partner, partnerProfile, displayName, customer, hasResellerRelationship, indirectProviderTenantId, lapsesAt } = relationship
  const Heading = `h${level}` as const
  const names = { partner: partner.displayName, tenant }
  return (
    <div className={styles.introduction}>
      <Heading className={styles.name} tabIndex={level === 1 ? -1 : undefined}><bdi translate="no">{partner.displayName}</bdi></Heading>
      <p className={styles.whereabouts}>
        <bdi translate="no">{partnerProfile.domain}</bdi><span>{`\u00a0· ${formatCountry(partnerProfile.country)}`}</span>
      </p>
      <p className={styles.lead}>{t('approval.lead', names)}</p>
      <p className={styles.muted}>
        <span>{t(customer && hasResellerRelationship ? 'approval.partner.known' : 'approval.partner.unknown', names)}</span>
        {indirectProviderTenantId && <span>{` ${t('approval.partner.by_provider', names)}`}</span>}
      </p>
      <dl className={styles.facts}>
        <div><dt>{t('approval.request', names)}</dt><dd><bdi translate="no">{displayName}</bdi></dd></div>
        <div><dt>{t('approval.partner.tenant_id')}</dt><dd><code translate="no">{partner.tenantId}</code></dd></div>
      </dl>
      {lapsesAt && (
        <p className={styles.deadline}>
          <Icon name="clock" />
          <time dateTime={lapsesAt}>{t('approval.lapses', { date: formatDeadline(lapsesAt) })}</time>
        </p>
      )}
    </div>
  )
}
