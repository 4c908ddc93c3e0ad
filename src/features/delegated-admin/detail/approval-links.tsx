import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/card.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './approval-links.module.css'

type Props = { relationship: Pick<GdapRelationshipDetail, 'approvalLink' | 'microsoftLink'> }

/** What the customer is sent while it is to answer: the portal's own link and, beside it, the one into Microsoft's admin centre. */
export function ApprovalLinks({ relationship: { approvalLink, microsoftLink } }: Props) {
  const { t } = useWords()
  return (
    <Card title={t('delegated-admin.links')}>
      <div className={styles.links}>
        {approvalLink && <LinkBox label={t('delegated-admin.links.own')} hint={t('delegated-admin.links.own.hint')} link={approvalLink} />}
        {microsoftLink && (
          <LinkBox label={t('delegated-admin.links.microsoft')} hint={t('delegated-admin.links.microsoft.hint')} link={microsoftLink} />
        )}
      </div>
    </Card>
  )
}

function LinkBox({ label, hint, link }: { label: string; hint: string; link: string }) {
  const { t } = useWords()
  return (
    <div className={styles.link}>
      <TextArea label={label} value={link} readOnly rows={2} spellCheck={false} translate="no" description={hint} className={styles.text}
        onFocus={({ target }) => target.select()} />
      <div><CopyButton text={link} label={t('delegated-admin.links.copy')} /></div>
    </div>
  )
}
