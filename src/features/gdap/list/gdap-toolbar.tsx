import type { GdapView } from '../../../../domain/gdap/schemas.ts'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { FilterSelect } from '../../../ui/lists/filter-select.tsx'
import { Row } from '../../../ui/looks/layout.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { periodsOfList } from '../board/expiry-columns.ts'
import { gdapSorts } from './gdap-view.ts'

const shownStatuses = gdapStatuses.filter((status) => status !== 'unknownFutureValue')

export function GdapToolbar({ at }: { at: ListAt<GdapView> }) {
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
