import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PartnerGroup } from '../../../../domain/gdap/schemas.ts'
import { nameOrder } from '../../../../domain/search/name-order.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ComboBox } from '../../../ui/forms/combo-box.tsx'
import { Columns } from '../../../ui/looks/layout.tsx'
import { accessQueries, type CustomerChoice } from './access-queries.ts'

/** Milliseconds from the last key to the search. */
const waitMs = 150

type Props = {
  groups: readonly PartnerGroup[]
  group: string | null
  customer: CustomerChoice | null
  onGroup: (id: string | null) => void
  onCustomer: (tenantId: string | null) => void
}

/** Chooses a group and a customer, whom the server finds, since there may be many. */
export function AccessChoice({ groups, group, customer, onGroup, onCustomer }: Props) {
  const { t, locale } = useWords()
  const [search, setSearch] = useState(customer?.name ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // The chosen customer's name searches for nothing, so that all are offered again.
  const { data } = useQuery(accessQueries.customers(search === customer?.name ? '' : search))
  const inOrder = nameOrder(locale)
  const found = (data ?? []).toSorted((one, other) => inOrder(one.name, other.name))
  const offered = customer && !found.some(({ tenantId }) => tenantId === customer.tenantId) ? [customer, ...found] : found
  const onSearch = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSearch(text.trim()), waitMs)
  }
  return (
    <Columns of="minmax(0, 1fr) minmax(0, 1fr)" below={720} gap={4} align="start" after={5} measure="840px">
      <ComboBox label={t('delegated-admin.access.group')} items={groups.map(({ id, displayName }) => ({ id, label: displayName }))}
        value={group} onChange={onGroup} placeholder={t('delegated-admin.access.group.placeholder')} />
      <ComboBox label={t('delegated-admin.access.customer')} value={customer?.tenantId ?? null} onChange={onCustomer} onSearch={onSearch}
        placeholder={t('delegated-admin.access.customer.placeholder')} description={t('delegated-admin.access.customer.hint')}
        items={offered.map(({ tenantId, name, domain }) => ({ id: tenantId, label: name, ...(domain && { description: domain }) }))} />
    </Columns>
  )
}
