import { useWords } from '../../../i18n/use-words.ts'
import { Form } from '../../../ui/form.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import barStyles from '../../../ui/toolbar.module.css'
import { useSearchText } from '../../../ui/use-search-text.ts'
import type { RoleView } from './role-filter.ts'

type Props = { view: RoleView; onChange: (change: Partial<RoleView>) => void }

/** Search and filter; each change is a change of the address. */
export function RoleToolbar({ view, onChange }: Props) {
  const { t } = useWords()
  const search = useSearchText(view.search, (text) => onChange({ search: text }))
  return (
    <div role="search" aria-label={t('role-templates.roles')} className={barStyles.toolbar}>
      <Form className={barStyles.search} onSubmit={() => search.set(search.text)}>
        <TextField label={t('role-templates.search')} hideLabel icon="search" type="search" enterKeyHint="search" error={search.fault}
          placeholder={t('role-templates.search.hint')} value={search.text} onChange={({ target }) => search.type(target.value)} />
      </Form>
      <Select label={t('role-templates.filter')} hideLabel placeholder={t('role-templates.filter.all')}
        value={view.privilegedOnly ? 'privileged' : ''} onChange={({ target }) => onChange({ privilegedOnly: target.value !== '' })}
        options={[{ value: 'privileged', label: t('role-templates.filter.privileged') }]} />
    </div>
  )
}
