import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Invitation, InvitationsView } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import { GridSkeleton } from '../../ui/data-grid/grid-skeleton.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { invitationColumns } from './invitation-columns.tsx'
import { invitationQueries } from './invitation-queries.ts'
import { isNarrowed, searchOfView, viewOf } from './invitation-view.ts'
import styles from './invitations.module.css'
import { InvitationsToolbar, type ViewChange } from './invitations-toolbar.tsx'

type Props = {
  actor: Actor
  view: InvitationsView
  onView: (view: InvitationsView, how: { replace: boolean }) => void
  linkTo: (id: string) => string
  /** The history entry's key: scroll and focus are kept with it. */
  entry: string
  /** What stands there when the organisation has no invitation at all. */
  empty: ReactNode
}

const rowId = (invitation: Invitation) => invitation.id

/** The invitations with search, filters, total and states; the view comes from the address and goes there. */
export function InvitationsList({ actor, view, onView, linkTo, entry, empty }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(invitationQueries.list(view))
  const columns = useMemo(() => invitationColumns(words, actor), [words, actor])
  const { data, fetchNextPage } = list
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const onLoadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const rowLink = useCallback((invitation: Invitation) => linkTo(invitation.id), [linkTo])
  const keptAs = useMemo(() => ({ entry, view: searchOfView(view).toString() }), [entry, view])

  const change = (wanted: ViewChange) => {
    const address = searchOfView(view)
    for (const [name, value] of Object.entries(wanted)) address.set(name, value)
    // Letter after letter is one step back, not many.
    onView(viewOf(address), { replace: 'search' in wanted && Boolean(wanted.search) && Boolean(view.search) })
  }
  const narrowed = isNarrowed(view)
  const total = data?.pages.at(-1)?.total
  const stale = list.isPlaceholderData
  const isEmpty = total?.count === 0 && !narrowed && !stale

  const body = () => {
    if (!data || !total) {
      return list.isError
        ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        : <GridSkeleton columns={columns} />
    }
    if (rows.length === 0 && !narrowed) return isEmpty ? empty : <GridSkeleton columns={columns} />
    if (rows.length === 0) {
      return (
        <EmptyState title={t('invitations.list.empty.filtered.title')} action={
          <Button icon="close" onPress={() => change({ search: '', state: '', turn: '', overdue: '' })}>
            {t('invitations.list.clear')}
          </Button>
        }>
          {t('invitations.list.empty.filtered.body')}
        </EmptyState>
      )
    }
    return (
      <DataGrid label={t('invitations.title')} columns={columns} rows={rows} rowId={rowId} rowLink={rowLink} total={total} stale={stale}
        hasMore={list.hasNextPage} loadingMore={list.isFetching} loadMoreFailed={list.isFetchNextPageError}
        onLoadMore={onLoadMore} keptAs={keptAs} />
    )
  }
  return (
    <>
      {!isEmpty && <InvitationsToolbar view={view} viewer={actor.organization.kind} onChange={change} />}
      <div className={styles.total} hidden={isEmpty}>
        <p role="status" data-stale={stale || undefined}>
          {total && (total.capped
            ? t('invitations.list.total.capped', { count: formatNumber(total.count) })
            : t('invitations.list.total', { count: total.count }))}
        </p>
        {list.isError && data && (
          <span className={styles.outdated}>
            <Icon name="caution" />{t('invitations.list.failed')}
            <Button variant="subtle" icon="refresh" onPress={() => void list.refetch()}>{t('ui.error.retry')}</Button>
          </span>
        )}
      </div>
      {body()}
    </>
  )
}
