import { useRef } from 'react'
import { customerSorts, relations } from '../../../domain/customers/relation.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './customers-toolbar.module.css'
import { useSearchText } from '../../ui/use-search-text.ts'

/** The same view with other filters; an empty value takes the filter off. */
export type ViewChange = Partial<Record<keyof CustomerView, string>>

type Props = {
  view: CustomerView
  onChange: (change: ViewChange) => void
  /** Undefined where customers do not come through resellers; the one in the view may be missing from it. */
  resellers: readonly OrganizationRef[] | undefined
}

/** Search, filters and, where the grid has no header, the order. Each change is a change of the address. */
export function CustomersToolbar({ view, onChange, resellers }: Props) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const search = useSearchText(view.search ?? '', (text) => onChange({ search: text }))
  const chosenIsListed = !view.reseller || resellers?.some(({ id }) => id === view.reseller)

  return (
    <div role="search" aria-label={t('customers.title')} className={styles.toolbar}>
      <Form className={styles.search} onSubmit={() => search.set(search.text)}>
        <TextField ref={field} label={t('customers.search')} hideLabel icon="search" type="search" enterKeyHint="search"
          error={search.fault} placeholder={t('customers.search_placeholder')} value={search.text}
          onChange={(event) => search.type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || search.text === '') return
            event.preventDefault()
            search.set('')
          }} />
        {search.text !== '' && (
          <IconButton icon="close" label={t('customers.search_clear')} className={styles.clear} onPress={() => {
            search.set('')
            field.current?.focus()
          }} />
        )}
      </Form>
      <Select label={t('customers.filter.relation')} hideLabel placeholder={t('customers.filter.relation_any')}
        value={view.relation ?? ''} className={styles.filter} onChange={(event) => onChange({ relation: event.target.value })}
        options={relations.map((relation) => ({ value: relation, label: t(`customers.relation.${relation}`) }))} />
      <Select label={t('customers.filter.admin')} hideLabel placeholder={t('customers.filter.admin_any')}
        value={view.admin ?? ''} className={styles.filter} onChange={(event) => onChange({ admin: event.target.value })}
        options={(['dap', 'gdap', 'none'] as const).map((admin) => ({ value: admin, label: t(`customers.filter.admin_${admin}`) }))} />
      {resellers && (
        <Select label={t('customers.filter.reseller')} hideLabel placeholder={t('customers.filter.reseller_any')}
          value={view.reseller ?? ''} className={styles.filter} onChange={(event) => onChange({ reseller: event.target.value })}
          options={[
            ...resellers.map(({ id, displayName }) => ({ value: id, label: displayName })),
            ...(chosenIsListed || !view.reseller ? [] : [{ value: view.reseller, label: view.reseller }]),
          ]} />
      )}
      <Select label={t('customers.sort')} hideLabel className={`${styles.filter} ${styles.sort}`} value={view.sort}
        onChange={(event) => onChange({ sort: event.target.value })}
        options={customerSorts.map((sort) => ({ value: sort, label: t(`customers.sort.${sort}`) }))} />
    </div>
  )
}
