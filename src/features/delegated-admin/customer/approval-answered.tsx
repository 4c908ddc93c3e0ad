import { useEffect, useRef } from 'react'
import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Icon } from '../../../ui/icon.tsx'
import pageStyles from '../../../ui/refused-page.module.css'
import styles from './approval-refused.module.css'
import { approvalIn, isEnding } from './granted-facts.ts'

type Props = { relationship: GdapRelationshipDetail; tenant: string; address: string; children?: Elements }

/** Somebody of the reader's organisation has said yes already, or the rights have ended since; what there is to see is elsewhere. */
export function ApprovalAnswered({ relationship, tenant, address, children }: Props) {
  const { t, formatDateTime } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { partner: { displayName: partner }, endDateTime } = relationship
  const hasEnded = isEnding(relationship)
  const approval = approvalIn(relationship)
  return (
    <div className={pageStyles.refused}>
      <Icon name={hasEnded ? 'refused' : 'success'} size={24} className={hasEnded ? pageStyles.mark : styles.done} />
      <h1 ref={heading} tabIndex={-1}>{t(hasEnded ? 'approval.answered.ended' : 'approval.answered', { partner })}</h1>
      <p className={pageStyles.cause}>
        {hasEnded ? t('approval.answered.ended.text', { partner })
          : endDateTime ? t('approval.answered.until', { partner, tenant, date: formatDateTime(endDateTime) })
          : t('approval.answered.text', { partner, tenant })}
      </p>
      {approval && <p>{t('approval.answered.by', { person: approval.by, date: formatDateTime(approval.at) })}</p>}
      <div><ButtonLink to={address} variant="accent" size="large">{t('approval.answered.see')}</ButtonLink></div>
      {children}
    </div>
  )
}
