import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/card.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import styles from './granted-history.module.css'

/** What has happened to it in the organisation's own records, newest first, and who did it. */
export function GrantedHistory({ history }: Pick<GdapRelationshipDetail, 'history'>) {
  const { t, tOr } = useWords()
  return (
    <Card title={t('approval.history')}>
      {history.length === 0 ? <EmptyState compact title={t('approval.history.empty')} /> : (
        <ol className={styles.history}>
          {history.toReversed().map(({ at, action, by, organization }) => (
            <li key={`${at} ${action}`}>
              <span>{tOr(`home.event.gdap.${action}`, action)}</span>
              <span className={styles.muted}>
                {by ? t('home.event.by', { person: by, organization }) : t('home.event.by_itself')} · <RelativeTime at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
