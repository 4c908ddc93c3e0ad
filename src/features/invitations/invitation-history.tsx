import type { InvitationDetail } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import styles from './invitation-detail.module.css'

/** What has happened to it, newest first, and who did it as far as that is known. */
export function InvitationHistory({ history }: Pick<InvitationDetail, 'history'>) {
  const { t, tOr } = useWords()
  return (
    <Card title={t('invitations.history')}>
      <ol className={styles.history}>
        {history.toReversed().map(({ at, action, by, organization }) => (
          <li key={`${at} ${action} ${by}`}>
            <span>{tOr(`invitations.history.${action}`, action)}</span>
            <span className={styles.muted}>
              {by && <>{t('invitations.history.by', { person: by, organization })} · </>}
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
