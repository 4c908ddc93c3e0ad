import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './approval.module.css'

const statements = ['subscriptions', 'ownership', 'terms', 'partner_of_record'] as const

/** What admin rights never touch, ticked; what comes of no yes (BR-101); and what stands beside them (BR-99). */
export function UnchangedByRights({ relationship }: {
  relationship: Pick<GdapRelationshipOnWire, 'partner' | 'hasResellerRelationship' | 'hasDap'>
}) {
  const { t } = useWords()
  const { partner: { displayName: partner }, hasResellerRelationship, hasDap } = relationship
  return (
    <>
      <ul className={styles.ticks}>
        {statements.map((each) => (
          <li key={each}><Icon name="check" size={20} /><span>{t(`acceptance.unchanged.${each}`, { inviter: partner })}</span></li>
        ))}
        <li>
          <Icon name="check" size={20} />
          <span>{t(hasResellerRelationship ? 'approval.unchanged.reseller' : 'approval.unchanged.no_reseller', { partner })}</span>
        </li>
      </ul>
      {hasDap && <p className={styles.caution}><Icon name="caution" size={20} /><span>{t('approval.unchanged.dap', { partner })}</span></p>}
    </>
  )
}
