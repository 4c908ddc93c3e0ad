import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { PagedGrid } from '../../../ui/data-grid/paged-grid.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { gdapQueries } from '../gdap-queries.ts'
import { gdapColumns } from './gdap-columns.tsx'
import { GdapToolbar } from './gdap-toolbar.tsx'

type Props = {
  ownId: string
  /** A further filter beside search and filters. */
  board: Elements
  at: ListAt<GdapView>
  linkTo: (id: string) => string
  /** Replaces the rows when there are no relationships at all. */
  empty: Elements
}

const rowId = ({ id }: GdapRelationshipOnWire) => id

/** The GDAP list; the page's address is its view. */
export function GdapList({ ownId, board, at, linkTo, empty }: Props) {
  const words = useWords()
  const now = useNow()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(gdapQueries.list(at.view))
  const columns = useMemo(() => gdapColumns(words, ownId, now), [words, ownId, now])
  const { data, isPlaceholderData: stale } = list
  const rowLink = useCallback(({ id }: GdapRelationshipOnWire) => linkTo(id), [linkTo])
  const total = data?.pages.at(-1)?.total
  const isEmpty = total?.count === 0 && !at.isNarrowed && !stale

  return (
    <>
      <FilterFold inForce={at.view}>
        {board}
        {!isEmpty && <GdapToolbar at={at} />}
      </FilterFold>
      <ListTotal hidden={isEmpty} list={list} at={at} clear={t('gdap-board.filter.clear')} outdated={t('gdap-board.failed')}>
        {total && (total.capped
          ? t('gdap-board.total.capped', { count: formatNumber(total.count) })
          : t('gdap-board.total', { count: total.count }))}
      </ListTotal>
      <PagedGrid label={t('gdap-board.title')} list={list} at={at} columns={columns} rowId={rowId} rowLink={rowLink} empty={empty}
        noMatch={{ title: t('gdap-board.empty.filtered.title'), text: t('gdap-board.empty.filtered.body') }} />
    </>
  )
}
