import { useState } from 'react'
import { gdapBulkLimits } from '../../../../domain/bulk-relationships/outcomes.ts'
import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { FileButton } from '../../../ui/forms/file-button.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { ReadAs } from '../../../ui/text/read-as.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { CustomerSearch } from '../request/customer/customer-search.tsx'
import requestStyles from '../request/request.module.css'
import type { BulkJob } from './bulk-job.ts'
import styles from './bulk.module.css'
import { readCustomers } from './read-customers.ts'

type Refusal = BulkJob['draft']['refusal']
type Props = {
  text: string
  refusal: Refusal
  decoded: BulkJob['draft']['decoded']
  onChange: (text: string) => void
  onFile: (file: File, encoding?: LegacyEncoding) => void
}

/** Takes customers pasted, from a file, or one by one from the customer list. */
export function CustomerList({ text, refusal, decoded, onChange, onFile }: Props) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const read = readCustomers(text)
  const count = 'why' in read ? 0 : read.length
  const append = (line: string) => onChange(text.trim() === '' ? line : `${text.trimEnd()}\n${line}`)
  const complaint = refusal && sentenceOf(t, refusal)
  return (
    <Stack as="fieldset" gap={4} ruled="after" pad="0 0 6" className={requestStyles.section}>
      <Box as="legend" after={2} text="title">{t('gdap-requests.bulk.customers')}</Box>
      <CustomerSearch label={t('gdap-requests.bulk.add')} description={t('gdap-requests.bulk.add.hint')}
        onChoose={({ id, companyProfile: { companyName } }) => {
          append(`${id}\t${companyName}`)
          setSaid(t('gdap-requests.bulk.added', { customer: companyName }))
        }} />
      {decoded && <ReadAs decoded={decoded} onChoose={onFile} />}
      <TextArea label={t('gdap-requests.bulk.list')} rows={8} spellCheck={false} value={text} className={styles.list} error={complaint}
        description={t('gdap-requests.bulk.list.hint', { limit: gdapBulkLimits.items })}
        onChange={(event) => onChange(event.target.value)} />
      <Row gap="2 3" align="center">
        <FileButton icon="upload" label={t('gdap-requests.bulk.file')} onFile={onFile} />
        <Text measure={72} tone="muted" className={requestStyles.muted}>{t('gdap-requests.bulk.count', { count })}</Text>
        <p role="status" className="visually-hidden">{said}</p>
        <p role="alert" className="visually-hidden">{refusal && 'file' in refusal && complaint}</p>
      </Row>
    </Stack>
  )
}

function sentenceOf(t: ReturnType<typeof useWords>['t'], refusal: NonNullable<Refusal>): string {
  switch (refusal.why) {
    case 'empty':
      return t('gdap-requests.bulk.empty')
    case 'too_many':
      return t('gdap-requests.bulk.too_many', { count: refusal.count, limit: gdapBulkLimits.items })
    case 'file':
      return t('bulk.refused.file', { file: refusal.file })
    case 'workbook':
      return t('customers.import.refused.workbook', { file: refusal.file })
  }
}
