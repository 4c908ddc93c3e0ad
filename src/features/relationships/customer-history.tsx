import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { relationshipQueries } from './relationship-requests.ts'
import styles from './relationships.module.css'

/** What has happened between the organisation and this customer, newest first. */
export function CustomerHistory({ tenantId }: { tenantId: string }) {
  const { t, tOr } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.events(tenantId))
  return (
    <Card title={t('relationships.history')}>
      {!data ? <NotYet compact query={query} lines={3} />
      : data.items.length === 0 ? (
        <EmptyState compact title={t('relationships.history.empty')} />
      ) : (
        <ol className={styles.history}>
          {data.items.toReversed().map(({ at, action, by, organization }) => (
            <li key={`${at} ${action}`}>
              <span>{tOr(`home.event.${action}`, action)}</span>
              <span className={styles.muted}>
                <span>
                  {`${by ? t('home.event.by', { person: by, organization }) : organization || t('home.event.by_itself')}\u00a0· `}
                </span>
                <RelativeTime at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
