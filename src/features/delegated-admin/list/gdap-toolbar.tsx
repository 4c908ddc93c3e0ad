import type { GdapView } from '../../../../domain/delegated-admin/schemas.ts'
import { gdapStatuses } from '../../../../domain/delegated-admin/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Select } from '../../../ui/select.tsx'
import barStyles from '../../../ui/toolbar.module.css'
import { periodsOfList } from '../board/expiry-columns.ts'
import { RelationshipSearch } from '../relationship-search.tsx'
import { gdapSorts } from './gdap-view.ts'

/** The same view with other filters; an empty value takes the filter off. */
export type ViewChange = Partial<Record<keyof GdapView, string>>

/** What takes every filter off; the order stays. */
export const withoutFilters: ViewChange = { search: '', status: '', bucket: '', ends: '', blockedBy: '' }

/** Search, filters and order. Each change is a change of the address. */
export function GdapToolbar({ view, onChange }: { view: GdapView; onChange: (change: ViewChange) => void }) {
  const { t } = useWords()
  const renewal = view.blockedBy ? 'blocked' : view.ends ? 'ends' : ''
  return (
    <div role="search" aria-label={t('gdap-board.title')} className={barStyles.toolbar}>
      <RelationshipSearch inForce={view.search ?? ''} onSearch={(text) => onChange({ search: text })} />
      <Select label={t('gdap-board.field.status')} hideLabel placeholder={t('gdap-board.filter.any_status')} value={view.status ?? ''}
        className={barStyles.filter} onChange={(event) => onChange({ status: event.target.value })}
        options={gdapStatuses.filter((status) => status !== 'unknownFutureValue')
          .map((status) => ({ value: status, label: t(`delegated-admin.status.${status}`) }))} />
      <Select label={t('gdap-board.field.ends')} hideLabel placeholder={t('gdap-board.filter.any_end')} value={view.bucket ?? ''}
        className={barStyles.filter} onChange={(event) => onChange({ bucket: event.target.value })}
        options={periodsOfList.map((period) => ({ value: period, label: t(`gdap-board.column.${period}`) }))} />
      <Select label={t('gdap-board.filter.renewal')} hideLabel placeholder={t('gdap-board.filter.any_renewal')} value={renewal}
        className={barStyles.filter}
        onChange={({ target: { value } }) => onChange({
          ends: value === 'ends' ? 'true' : '', blockedBy: value === 'blocked' ? 'global_administrator' : '',
        })}
        options={(['ends', 'blocked'] as const).map((id) => ({ value: id, label: t(`gdap-board.renewal.${id}`) }))} />
      <Select label={t('gdap-board.sort')} hideLabel value={view.sort ?? '-createdDateTime'} className={barStyles.filter}
        onChange={(event) => onChange({ sort: event.target.value })}
        options={gdapSorts.map((sort) => ({ value: sort, label: t(`gdap-board.sort.${sort}`) }))} />
    </div>
  )
}
