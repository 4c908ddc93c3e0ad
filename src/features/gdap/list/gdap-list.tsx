import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/gdap/schemas.ts'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PagedGrid } from '../../../ui/data-grid/paged-grid.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Select } from '../../../ui/forms/select.tsx'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { FilterSelect } from '../../../ui/lists/filter-select.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { Row } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { periodsOfList } from '../board/expiry-columns.ts'
import { gdapQueries } from '../gdap-queries.ts'
import { gdapColumns } from './gdap-columns.tsx'
import { gdapSorts } from './gdap-view.ts'

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

const shownStatuses = gdapStatuses.filter((status) => status !== 'unknownFutureValue')

function GdapToolbar({ at }: { at: ListAt<GdapView> }) {
  const { t } = useWords()
  const { view, change } = at
  const renewal = view.blockedBy ? 'blocked' : view.ends ? 'ends' : ''
  return (
    <Row role="search" aria-label={t('gdap-board.title')} gap={2} align="center">
      <SearchField label={t('gdap-board.search')} hint={t('gdap-board.search.hint')} className={barStyles.search} value={view.search}
        onSearch={(search) => change({ search })} />
      <FilterSelect at={at} name="status" label={t('gdap-board.field.status')} any={t('gdap-board.filter.any_status')}
        className={barStyles.filter} values={shownStatuses} wordOf={(status) => t(`delegated-admin.status.${status}`)} />
      <FilterSelect at={at} name="bucket" label={t('gdap-board.field.ends')} any={t('gdap-board.filter.any_end')}
        className={barStyles.filter} values={periodsOfList} wordOf={(period) => t(`gdap-board.column.${period}`)} />
      <Select label={t('gdap-board.filter.renewal')} hideLabel placeholder={t('gdap-board.filter.any_renewal')} value={renewal}
        className={barStyles.filter}
        onChange={({ target: { value } }) => change({
          ends: value === 'ends' ? 'true' : '', blockedBy: value === 'blocked' ? 'global_administrator' : '',
        })}
        options={(['ends', 'blocked'] as const).map((id) => ({ value: id, label: t(`gdap-board.renewal.${id}`) }))} />
      <FilterSelect at={at} name="sort" label={t('gdap-board.sort')} usual="-createdDateTime"
        className={barStyles.filter} values={gdapSorts} wordOf={(sort) => t(`gdap-board.sort.${sort}`)} />
    </Row>
  )
}
