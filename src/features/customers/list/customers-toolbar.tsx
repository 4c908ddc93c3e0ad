import { customerSorts, relations } from '../../../../domain/customers/relation.ts'
import type { CustomerView } from '../../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../../domain/organizations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { FilterSelect } from '../../../ui/lists/filter-select.tsx'
import { joined } from '../../../ui/joined.ts'
import { Row } from '../../../ui/looks/layout.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import bar from '../../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { admins } from './customer-view.ts'
import styles from './customers-toolbar.module.css'

type Props = {
  at: ListAt<CustomerView>
  /** Undefined without resellers; may lack the view's one. */
  resellers: readonly OrganizationRef[] | undefined
  /** As above. */
  tags: readonly string[]
}

export function CustomersToolbar({ at, resellers, tags }: Props) {
  const { t, locale } = useWords()
  const { search, reseller: chosen, tag } = at.view
  const names = new Map(resellers?.map(({ id, displayName }) => [id, displayName]))
  if (chosen && !names.has(chosen)) names.set(chosen, chosen)
  const others = tags.filter((each) => each.toLowerCase() !== tag?.toLowerCase())
  const named = [...others, ...(tag ? [tag] : [])].toSorted(new Intl.Collator(locale).compare)
  return (
    <Row role="search" aria-label={t('customers.title')} gap={2} align="center">
      <SearchField label={t('customers.search')} hint={t('customers.search_placeholder')} value={search}
        className={joined(bar.search, styles.search)} onSearch={(text) => at.change({ search: text })}
        clear={{ label: t('customers.search_clear'), className: styles.clear }} />
      <FilterSelect at={at} name="relation" label={t('customers.filter.relation')} any={t('customers.filter.relation_any')}
        className={bar.filter} values={relations} wordOf={(relation) => t(`customers.relation.${relation}`)} />
      <FilterSelect at={at} name="admin" label={t('customers.filter.admin')} any={t('customers.filter.admin_any')}
        className={bar.filter} values={admins} wordOf={(admin) => t(`customers.filter.admin_${admin}`)} />
      {resellers && (
        <FilterSelect at={at} name="reseller" label={t('customers.filter.reseller')} any={t('customers.filter.reseller_any')}
          className={joined(bar.filter, styles.reseller)} values={[...names.keys()]} wordOf={(id) => names.get(id) ?? id} />
      )}
      {named.length > 0 && (
        <FilterSelect at={at} name="tag" label={t('customers.filter.tag')} any={t('customers.filter.tag_any')}
          className={joined(bar.filter, styles.reseller)} values={named} wordOf={(each) => each} />
      )}
      <FilterSelect at={at} name="sort" label={t('customers.sort')} className={joined(bar.filter, styles.sort)}
        values={customerSorts} wordOf={(sort) => t(`customers.sort.${sort}`)} />
    </Row>
  )
}
