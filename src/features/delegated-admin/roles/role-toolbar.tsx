import { useWords } from '../../../i18n/use-words.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import barStyles from '../../../ui/toolbar.module.css'
import type { ListAt } from '../../../ui/use-list-view.ts'
import type { RoleView } from './role-filter.ts'

/** Search and filter; each change is a change of the address. */
export function RoleToolbar({ at }: { at: ListAt<RoleView> }) {
  const { t } = useWords()
  return (
    <div role="search" aria-label={t('role-templates.roles')} className={barStyles.toolbar}>
      <SearchField label={t('role-templates.search')} hint={t('role-templates.search.hint')} value={at.view.search}
        onSearch={(search) => at.change({ search })} />
      <FilterSelect at={at} name="privileged" label={t('role-templates.filter')} any={t('role-templates.filter.all')} className=""
        values={['true']} wordOf={() => t('role-templates.filter.privileged')} />
    </div>
  )
}
