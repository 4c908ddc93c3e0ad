import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { FilterFold } from '../../../ui/filter-fold.tsx'
import { PagedGrid } from '../../../ui/data-grid/paged-grid.tsx'
import { ListTotal } from '../../../ui/list-total.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { gdapQueries } from '../gdap-queries.ts'
import { gdapColumns } from './gdap-columns.tsx'
import { GdapToolbar, type ViewChange, withoutFilters } from './gdap-toolbar.tsx'
import { isNarrowed, searchOfView, viewOf } from './gdap-view.ts'

type Props = {
  ownId: string
  /** What the relationships can be chosen by, beside search and filters. */
  board: Elements
  view: GdapView
  onView: (view: GdapView, how: { replace: boolean }) => void
  linkTo: (id: string) => string
  /** The history entry's key: scroll and focus are kept with it. */
  entry: string
  /** What stands there when the organisation has no relationship at all. */
  empty: Elements
}

const rowId = ({ id }: GdapRelationshipOnWire) => id

/** The relationships with search, filters, total and states; the view comes from the address and goes there. */
export function GdapList({ ownId, board, view, onView, linkTo, entry, empty }: Props) {
  const words = useWords()
  const now = useNow()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(gdapQueries.list(view))
  const columns = useMemo(() => gdapColumns(words, ownId, now), [words, ownId, now])
  const { data, isPlaceholderData: stale } = list
  const rowLink = useCallback(({ id }: GdapRelationshipOnWire) => linkTo(id), [linkTo])
  const keptAs = useMemo(() => ({ entry, view: searchOfView(view).toString() }), [entry, view])

  const change = (wanted: ViewChange) => {
    const address = searchOfView(view)
    for (const [name, value] of Object.entries(wanted)) address.set(name, value)
    // Letter after letter is one step back, not many.
    onView(viewOf(address), { replace: 'search' in wanted && Boolean(wanted.search) && Boolean(view.search) })
  }
  const clear = () => change(withoutFilters)
  const narrowed = isNarrowed(view)
  const total = data?.pages.at(-1)?.total
  const isEmpty = total?.count === 0 && !narrowed && !stale

  return (
    <>
      <FilterFold inForce={view}>
        {board}
        {!isEmpty && <GdapToolbar view={view} onChange={change} />}
      </FilterFold>
      <ListTotal hidden={isEmpty} stale={stale} outdated={list.isError && data ? t('gdap-board.failed') : undefined}
        onRetry={() => void list.refetch()} clear={narrowed && total && { label: t('gdap-board.filter.clear'), onPress: clear }}>
        {total && (total.capped
          ? t('gdap-board.total.capped', { count: formatNumber(total.count) })
          : t('gdap-board.total', { count: total.count }))}
      </ListTotal>
      <PagedGrid label={t('gdap-board.title')} list={list} columns={columns} rowId={rowId} rowLink={rowLink} sort={view.sort}
        onSort={(sort) => change({ sort })} keptAs={keptAs} narrowed={narrowed} empty={empty} noMatch={{
          title: t('gdap-board.empty.filtered.title'), text: t('gdap-board.empty.filtered.body'),
        }} />
    </>
  )
}
