import { useWords } from '../../../i18n/use-words.ts'
import { Row } from '../../../ui/looks/layout.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import type { RoleView } from './role-filter.ts'

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
