import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../../../domain/customers/schemas.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { ComboBox } from '../../../../ui/forms/combo-box.tsx'
import { Row } from '../../../../ui/looks/layout.tsx'
import { useDebounced } from '../../../../ui/lists/use-debounced.ts'
import { customerChoice } from './customer-queries.ts'

type Props = {
  label: string
  description: string
  error?: string | undefined
  autoFocus?: boolean
  onChoose: (customer: Customer) => void
}

/** Finds one customer by typing; offers a few before. */
export function CustomerSearch({ label, description, error, autoFocus, onChoose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const asked = useDebounced(wanted)
  const { data, ...query } = useQuery(customerChoice.search(asked))
  // Old results are hidden, or a quick Enter would choose the wrong customer.
  const isOld = asked !== wanted
  const items = (isOld ? [] : data ?? []).map(({ id, companyProfile: { companyName, domain } }) => ({
    id, label: companyName, description: domain,
  }))
  const choose = (id: string | null) => {
    const chosen = data?.find((customer) => customer.id === id)
    if (chosen) onChoose(chosen)
  }
  return (
    <>
      <ComboBox label={label} description={description} error={error} items={items} searching={isOld || query.isFetching}
        onSearch={setText} onChange={choose} placeholder={t('gdap-requests.customer.placeholder')} {...(autoFocus && { autoFocus })} />
      {query.error && <NotLoaded what={t('gdap-requests.customer.failed')} query={query} />}
    </>
  )
}

/** Says what could not be loaded, and loads it again. */
export function NotLoaded({ what, query }: { what: string; query: { isFetching: boolean; refetch: () => Promise<unknown> } }) {
  const { t } = useWords()
  return (
    <Row as="p" gap={2} align="center" tone="danger" role="alert">
      <span>{`${what} `}</span>
      <Button pending={query.isFetching} onPress={() => void query.refetch()}>{t('ui.error.retry')}</Button>
    </Row>
  )
}
