import { useInfiniteQuery } from '@tanstack/react-query'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { partnershipQueries } from './partnership-queries.ts'
import styles from './partnerships.module.css'

const tones: Record<Partnership['state'], Tone> = { active: 'success', requested: 'waiting', removed: 'neutral' }

type Props = { ownId: string; kind: PartnerKind }

/** Who the organisation works with, active ones first: a reseller sees its providers, everybody else its resellers. */
export function PartnershipList({ ownId, kind }: Props) {
  const { t } = useWords()
  const list = useInfiniteQuery(partnershipQueries.list())
  const side = kind === 'indirect_reseller' ? 'providers' : 'resellers'
  const partnerships = list.data?.pages.flatMap((page) => page.items)
  return (
    <Card title={t(`partnerships.${side}`)}>
      {!partnerships ? (
        list.isError
          ? <ErrorState compact error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
          : <SkeletonLines lines={4} />
      ) : partnerships.length === 0 ? (
        <EmptyState compact title={t(`partnerships.empty.${side}.title`)}>{t(`partnerships.empty.${side}.text`)}</EmptyState>
      ) : (
        <>
          <ul className={styles.list}>
            {partnerships.map((partnership) => <Row key={partnership.id} partnership={partnership} ownId={ownId} />)}
          </ul>
          {list.hasNextPage && (
            <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
          )}
        </>
      )}
    </Card>
  )
}

function Row({ partnership: { provider, reseller, state, createdAt }, ownId }: { partnership: Partnership; ownId: string }) {
  const { t } = useWords()
  const other = provider.id === ownId ? reseller : provider
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <bdi className={styles.name}>{other.displayName}</bdi>
        <code className={styles.tenant}>{other.tenantId}</code>
      </div>
      <Badge tone={tones[state]}>{t(`partnerships.state.${state}`)}</Badge>
      <span className={styles.since}>{t('partnerships.since')} <RelativeTime at={createdAt} /></span>
    </li>
  )
}
