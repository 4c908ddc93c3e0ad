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
  const { data, error: failed, refetch, isFetching } = useQuery(customerChoice.search(asked))
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
      <ComboBox label={label} description={description} error={error} items={items} searching={isOld || isFetching}
        onSearch={setText} onChange={choose} placeholder={t('gdap-requests.customer.placeholder')} {...(autoFocus && { autoFocus })} />
      {failed && (
        <Row as="p" gap={2} align="center" tone="danger" role="alert">
          <span>{`${t('gdap-requests.customer.failed')} `}</span>
          <Button pending={isFetching} onPress={() => void refetch()}>{t('ui.error.retry')}</Button>
        </Row>
      )}
    </>
  )
}
