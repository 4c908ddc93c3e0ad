import { approvalIn, approvedTerms } from '../../../../domain/delegated-admin/granted-facts.ts'
import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import styles from '../receipt.module.css'
import { UnchangedByRights } from './rights-text.tsx'

type Props = {
  relationship: GdapRelationshipDetail
  /** The roles that were approved, by their names, as the page that composes this has them. */
  names: string
  listOf: (roles: readonly string[]) => Elements
}

/** Who approved what, when, for which tenant, until when, and what it left alone; not what has become of it since. */
export function RightsReceipt({ relationship, names, listOf }: Props) {
  const { t, formatDateTime } = useWords()
  const { partner, customer, displayName, activatedDateTime, id } = relationship
  const approval = approvalIn(relationship)
  const { roles, days, until, isKept } = approvedTerms(relationship)
  const at = approval?.at ?? activatedDateTime
  return (
    <ReceiptSheet labelledBy="approval-receipt" print={{}}
      head={
        <div>
          <h2 id="approval-receipt" className={styles.title}>{t('approval.receipt.title')}</h2>
          <p className={styles.keep}>{t('approval.receipt.keep')}</p>
        </div>
      }
      facts={[
        [t('acceptance.receipt.at'), at ? formatDateTime(at) : t('approval.receipt.unrecorded')],
        [t('approval.receipt.by'), approval?.by || t('approval.receipt.unrecorded')],
        [t('acceptance.receipt.tenant'), customer?.displayName],
        [t('acceptance.account.tenant_id'), customer?.tenantId],
        [t('acceptance.receipt.inviter'), partner.displayName],
        [t('approval.request', { partner: partner.displayName }), displayName],
        [t('acceptance.receipt.granted'), names],
        [
          t('approval.receipt.until'),
          until ? t('approval.receipt.first_end', { date: formatDateTime(until), days }) : t('approval.not_begun', { days }),
        ],
        [t('acceptance.receipt.number'), id],
      ]}>
      {!isKept && <p className={styles.keep}>{t('approval.receipt.roles_of_now')}</p>}
      <section className={styles.onPaper}>
        <h3>{t('acceptance.receipt.granted')}</h3>
        {listOf(roles)}
      </section>
      <section>
        <h3>{t('acceptance.receipt.unchanged')}</h3>
        <UnchangedByRights relationship={relationship} />
      </section>
    </ReceiptSheet>
  )
}
