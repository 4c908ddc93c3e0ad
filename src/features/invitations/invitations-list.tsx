import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Invitation, InvitationsView } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PagedGrid } from '../../ui/data-grid/paged-grid.tsx'
import { FilterFold } from '../../ui/filter-fold.tsx'
import { ListTotal } from '../../ui/list-total.tsx'
import { invitationColumns } from './invitation-columns.tsx'
import { invitationQueries } from './invitation-queries.ts'
import { isNarrowed, searchOfView, viewOf } from './invitation-view.ts'
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
  const { data, isPlaceholderData: stale } = list
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
  const isEmpty = total?.count === 0 && !narrowed && !stale

  return (
    <>
      {!isEmpty && (
        <FilterFold inForce={view}>
          <InvitationsToolbar view={view} viewer={actor.organization.kind} onChange={change} />
        </FilterFold>
      )}
      <ListTotal hidden={isEmpty} stale={stale} outdated={list.isError && data ? t('invitations.list.failed') : undefined}
        onRetry={() => void list.refetch()}>
        {total && (total.capped
          ? t('invitations.list.total.capped', { count: formatNumber(total.count) })
          : t('invitations.list.total', { count: total.count }))}
      </ListTotal>
      <PagedGrid label={t('invitations.title')} list={list} columns={columns} rowId={rowId} rowLink={rowLink} keptAs={keptAs}
        narrowed={narrowed} empty={empty} noMatch={{
          title: t('invitations.list.empty.filtered.title'), text: t('invitations.list.empty.filtered.body'),
          clear: t('invitations.list.clear'), onClear: () => change({ search: '', state: '', turn: '', overdue: '' }),
        }} />
    </>
  )
}
