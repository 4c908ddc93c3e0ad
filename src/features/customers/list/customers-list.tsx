import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Customer, CustomerView } from '../../../../domain/customers/schemas.ts'
import { allPartnerships } from '../../../api/shared-readings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { PagedGrid } from '../../../ui/data-grid/paged-grid.tsx'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { Row } from '../../../ui/looks/layout.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { customerColumns } from './customer-columns.tsx'
import { customerQueries } from '../customer-queries.ts'
import { CustomersToolbar } from './customers-toolbar.tsx'
import styles from './customers.module.css'
import { ExportButtons } from './export-buttons.tsx'
import { useCompactRows } from './use-compact-rows.ts'
import { WhyMissing } from './why-missing.tsx'

type Props = {
  at: ListAt<CustomerView>
  kind: 'owner' | 'reseller'
  /** Finds the organisation's resellers, for the filter. */
  ownId: string
  linkTo: (tenantId: string) => string
  invitationsLink: string
  /** Replaces the rows when there are no customers at all. */
  empty: Elements
}

const rowId = (customer: Customer) => customer.id

/** The customer list; the page's address is its view. */
export function CustomersList({ at, kind, ownId, linkTo, invitationsLink, empty }: Props) {
  const words = useWords()
  const { t } = words
  const now = useNow()
  const list = useInfiniteQuery(customerQueries.list(at.view))
  const partnerships = useQuery({ ...allPartnerships(), enabled: kind === 'owner' })
  const tags = useQuery(customerQueries.tags())
  const [compact, setCompact] = useCompactRows()
  const columns = useMemo(() => customerColumns(words, kind === 'reseller', now), [words, kind, now])

  const resellers = partnerships.data?.filter(({ provider }) => provider.id === ownId).map(({ reseller }) => reseller)
  const total = list.data?.pages.at(-1)?.total

  return (
    <>
      <FilterFold inForce={at.view}>
        <CustomersToolbar at={at} resellers={resellers?.length ? resellers : undefined}
          tags={tags.data?.items ?? []} />
        <div className={styles.whyFolded}>
          <ExportButtons at={at} />
          <WhyMissing kind={kind} narrowed={at.isNarrowed} invitationsLink={invitationsLink} />
        </div>
      </FilterFold>
      <Row gap="1 2" align="center" before={1} after={1} className={styles.above}>
        <ListTotal list={list} at={at} clear={t('customers.filter.clear')} outdated={t('customers.outdated')}>
          {total && t(`customers.${at.isNarrowed ? 'matching' : 'total'}${total.capped ? '_capped' : ''}`, { count: total.count })}
        </ListTotal>
        <div className={styles.why}><WhyMissing kind={kind} narrowed={at.isNarrowed} invitationsLink={invitationsLink} /></div>
        <Button variant="subtle" icon="columns" aria-pressed={compact} className={styles.compact} onPress={() => setCompact(!compact)}>
          {t('customers.compact')}
        </Button>
      </Row>
      <PagedGrid label={t('customers.title')} list={list} at={at} columns={columns} rowId={rowId}
        rowLink={(customer) => linkTo(customer.id)} density={compact ? 'compact' : 'comfortable'} empty={empty}
        kept={t('customers.error.kept')}
        noMatch={{ title: t('customers.none_match.title'), text: t('customers.none_match.text') }} />
    </>
  )
}
