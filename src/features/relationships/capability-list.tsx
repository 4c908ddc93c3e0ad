import { useQuery } from '@tanstack/react-query'
import type { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Reason } from '../../ui/reason.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { relationshipQueries } from './relationship-requests.ts'
import styles from './relationships.module.css'

/** What can I do here: every action, yes, or no with the reason and its rule. */
export function CapabilityList({ tenantId }: { tenantId: string }) {
  const { t } = useWords()
  const { data, error, refetch, isFetching } = useQuery(relationshipQueries.capabilities(tenantId))
  return (
    <Card title={t('relationships.capabilities.title')}>
      {!data ? (
        error ? <ErrorState compact error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <SkeletonLines lines={10} />
      ) : (
        <ul className={styles.capabilities}>
          {data.items.map((each) => <Capability key={each.action} answer={each} />)}
        </ul>
      )}
    </Card>
  )
}

function Capability({ answer: { action, verdict } }: { answer: CapabilityAnswer }) {
  const { t } = useWords()
  return (
    <li className={styles.capability}>
      <Icon name={verdict.allowed ? 'check' : 'close'} className={verdict.allowed ? styles.yes : styles.no} />
      <div>
        <p>{t(`relationships.capability.${verdict.allowed ? 'yes' : 'no'}`, { action: t(`relationships.can.${action}`) })}</p>
        {!verdict.allowed && <Reason refusal={verdict as Refusal} />}
      </div>
    </li>
  )
}
