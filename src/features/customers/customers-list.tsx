import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Customer, CustomerView } from '../../../domain/customers/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { PagedGrid } from '../../ui/data-grid/paged-grid.tsx'
import { FilterFold } from '../../ui/filter-fold.tsx'
import { ListTotal } from '../../ui/list-total.tsx'
import { useNow } from '../../ui/use-now.ts'
import { customerColumns } from './customer-columns.tsx'
import { customerQueries } from './customer-queries.ts'
import { isNarrowed, searchOfView, viewOf } from './customer-view.ts'
import { CustomersToolbar } from './customers-toolbar.tsx'
import type { ViewChange } from './customers-toolbar.tsx'
import styles from './customers.module.css'
import { useCompactRows } from './use-compact-rows.ts'
import { WhyMissing } from './why-missing.tsx'

type Props = {
  view: CustomerView
  onView: (view: CustomerView, how: { replace: boolean }) => void
  kind: 'owner' | 'reseller'
  /** The organisation's resellers can be filtered by when it has any. */
  ownId: string
  linkTo: (tenantId: string) => string
  invitationsLink: string
  /** The history entry's key: what is kept of scroll and focus is kept with it. */
  entry: string
  /** What stands in the place of the rows when there are no customers at all. */
  empty: Elements
}

const rowId = (customer: Customer) => customer.id

/** The customer list with its search, filters, total and states. The view comes from outside and goes there: it is the address. */
export function CustomersList({ view, onView, kind, ownId, linkTo, invitationsLink, entry, empty }: Props) {
  const words = useWords()
  const { t } = words
  const now = useNow()
  const list = useInfiniteQuery(customerQueries.list(view))
  const partnerships = useQuery({ ...customerQueries.resellers(), enabled: kind === 'owner' })
  const [compact, setCompact] = useCompactRows()
  const columns = useMemo(() => customerColumns(words, kind === 'reseller', now), [words, kind, now])

  const keptAs = useMemo(() => ({ entry, view: searchOfView(view).toString() }), [entry, view])

  const change = useCallback((wanted: ViewChange) => {
    const address = searchOfView(view)
    for (const [name, value] of Object.entries(wanted)) address.set(name, value)
    // Letter after letter is one step back, not many.
    onView(viewOf(address), { replace: 'search' in wanted && Boolean(wanted.search) && Boolean(view.search) })
  }, [view, onView])
  const onSort = useCallback((sort: string) => change({ sort }), [change])

  const resellers = partnerships.data?.items.filter(({ provider }) => provider.id === ownId).map(({ reseller }) => reseller)
  const narrowed = isNarrowed(view)
  const total = list.data?.pages.at(-1)?.total

  return (
    <>
      <FilterFold inForce={view}>
        <CustomersToolbar view={view} onChange={change} resellers={resellers?.length ? resellers : undefined} />
        <div className={styles.whyFolded}><WhyMissing kind={kind} narrowed={narrowed} invitationsLink={invitationsLink} /></div>
      </FilterFold>
      <div className={styles.above}>
        <ListTotal stale={list.isPlaceholderData} outdated={list.isRefetchError ? t('customers.outdated') : undefined}
          onRetry={() => void list.refetch()} clear={narrowed && {
            label: t('customers.filter.clear'), onPress: () => change({ search: '', relation: '', admin: '', reseller: '' }),
          }}>
          {total && t(`customers.${narrowed ? 'matching' : 'total'}${total.capped ? '_capped' : ''}`, { count: total.count })}
        </ListTotal>
        <div className={styles.why}><WhyMissing kind={kind} narrowed={narrowed} invitationsLink={invitationsLink} /></div>
        <Button variant="subtle" icon="columns" aria-pressed={compact} className={styles.compact} onPress={() => setCompact(!compact)}>
          {t('customers.compact')}
        </Button>
      </div>
      <PagedGrid label={t('customers.title')} list={list} columns={columns} rowId={rowId} rowLink={(customer) => linkTo(customer.id)}
        sort={view.sort} onSort={onSort} density={compact ? 'compact' : 'comfortable'} keptAs={keptAs} narrowed={narrowed} empty={empty}
        kept={t('customers.error.kept')} noMatch={{
          title: t('customers.none_match.title'), text: t('customers.none_match.text'),
        }} />
    </>
  )
}
