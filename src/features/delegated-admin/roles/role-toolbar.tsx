import { useWords } from '../../../i18n/use-words.ts'
import { Row } from '../../../ui/layout.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ListAt } from '../../../ui/use-list-view.ts'
import type { RoleView } from './role-filter.ts'
import barStyles from '../../../ui/toolbar.module.css'

/** Search and filter; each change is a change of the address. */
export function RoleToolbar({ at }: { at: ListAt<RoleView> }) {
  const { t } = useWords()
  return (
    <Row role="search" aria-label={t('role-templates.roles')} gap={2} align="center">
      <SearchField label={t('role-templates.search')} hint={t('role-templates.search.hint')} className={barStyles.search}
        value={at.view.search} onSearch={(search) => at.change({ search })} />
      <Select label={t('role-templates.filter')} hideLabel placeholder={t('role-templates.filter.all')}
        value={at.view.privileged ? 'privileged' : ''} onChange={({ target }) => at.change({ privileged: target.value && 'true' })}
        options={[{ value: 'privileged', label: t('role-templates.filter.privileged') }]} />
    </Row>
  )
}
