import { useWords } from '../../../i18n/use-words.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { Select } from '../../../ui/select.tsx'
import barStyles from '../../../ui/toolbar.module.css'
import type { ListAt } from '../../../ui/use-list-view.ts'
import type { RoleView } from './role-filter.ts'

/** Search and filter; each change is a change of the address. */
export function RoleToolbar({ at }: { at: ListAt<RoleView> }) {
  const { t } = useWords()
  return (
    <div role="search" aria-label={t('role-templates.roles')} className={barStyles.toolbar}>
      <SearchField label={t('role-templates.search')} hint={t('role-templates.search.hint')} className={barStyles.search}
        value={at.view.search} onSearch={(search) => at.change({ search })} />
      <Select label={t('role-templates.filter')} hideLabel placeholder={t('role-templates.filter.all')}
        value={at.view.privileged ? 'privileged' : ''} onChange={({ target }) => at.change({ privileged: target.value && 'true' })}
        options={[{ value: 'privileged', label: t('role-templates.filter.privileged') }]} />
    </div>
  )
}
