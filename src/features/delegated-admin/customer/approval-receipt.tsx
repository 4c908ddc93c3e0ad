import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import paperStyles from '../../../ui/receipt.module.css'
import { RoleList } from '../role-list.tsx'
import styles from './approval-receipt.module.css'
import { approvalIn, approvedTerms } from './granted-facts.ts'
import { UnchangedByRights } from './unchanged-by-rights.tsx'
import { useRoleNames } from './use-role-names.ts'

/**
 * What the customer keeps: who approved what, when, for which tenant, until when, and what it left alone; not what has become of it since.
 * Made to be printed.
 */
export function ApprovalReceipt({ relationship }: { relationship: GdapRelationshipDetail }) {
  const { t, formatDateTime } = useWords()
  const { partner, customer, displayName, activatedDateTime, id } = relationship
  const approval = approvalIn(relationship)
  const { roles, days, until, isKept } = approvedTerms(relationship)
  const names = useRoleNames(roles)
  const at = approval?.at ?? activatedDateTime
  const facts: [string, string][] = [
    [t('acceptance.receipt.at'), at ? formatDateTime(at) : t('approval.receipt.unrecorded')],
    [t('approval.receipt.by'), approval?.by || t('approval.receipt.unrecorded')],
    [t('acceptance.receipt.tenant'), customer?.displayName ?? ''],
    [t('acceptance.account.tenant_id'), customer?.tenantId ?? ''],
    [t('acceptance.receipt.inviter'), partner.displayName],
    [t('approval.request', { partner: partner.displayName }), displayName],
    [t('acceptance.receipt.granted'), names],
    [
      t('approval.receipt.until'),
      until ? t('approval.receipt.first_end', { date: formatDateTime(until), days }) : t('approval.not_begun', { days }),
    ],
    [t('acceptance.receipt.number'), id],
  ]
  return (
    <article className={paperStyles.receipt} aria-labelledby="approval-receipt">
      <div>
        <h2 id="approval-receipt" className={styles.title}>{t('approval.receipt.title')}</h2>
        <p className={paperStyles.keep}>{t('approval.receipt.keep')}</p>
      </div>
      <dl className={paperStyles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!isKept && <p className={paperStyles.keep}>{t('approval.receipt.roles_of_now')}</p>}
      <section className={paperStyles.onPaper}>
        <h3>{t('acceptance.receipt.granted')}</h3>
        <RoleList roles={roles} />
      </section>
      <section>
        <h3>{t('acceptance.receipt.unchanged')}</h3>
        <UnchangedByRights relationship={relationship} />
      </section>
      <div className={paperStyles.actions}>
        <Button icon="print" onPress={() => window.print()}>{t('acceptance.receipt.print')}</Button>
      </div>
    </article>
  )
}
