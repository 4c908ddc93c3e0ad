import { useRef, useState } from 'react'
import { gdapBulkLimits } from '../../../../domain/bulk-relationships/outcomes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldError } from '../../../ui/field.tsx'
import formStyles from '../../../ui/form-page.module.css'
import jobStyles from '../../../ui/job-report.module.css'
import { readFileText } from '../../../ui/read-file-text.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { CustomerSearch } from '../request/customer-search.tsx'
import requestStyles from '../request/request.module.css'
import styles from './bulk.module.css'
import { type ListRefusal, readCustomers } from './read-customers.ts'

type Props = { text: string; refusal: ListRefusal | undefined; onChange: (text: string) => void }

/** Whom to ask: pasted, from a file, or added one by one from the customer list. */
export function CustomerList({ text, refusal, onChange }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [badFile, setBadFile] = useState<string>()
  const [said, setSaid] = useState('')
  const read = readCustomers(text)
  const count = 'why' in read ? 0 : read.length
  const append = (line: string) => onChange(text.trim() === '' ? line : `${text.trimEnd()}\n${line}`)
  const choose = async (file: File) => {
    const found = await readFileText(file)
    setBadFile(found === undefined ? file.name : undefined)
    if (found !== undefined) onChange(found)
  }
  const complaint = badFile !== undefined ? t('bulk.refused.file', { file: badFile }) : refusal && sentenceOf(t, refusal)
  return (
    <fieldset className={requestStyles.section}>
      <legend className={formStyles.legend}>{t('gdap-requests.bulk.customers')}</legend>
      <CustomerSearch label={t('gdap-requests.bulk.add')} description={t('gdap-requests.bulk.add.hint')}
        onChoose={({ id, companyProfile: { companyName } }) => {
          append(`${id}\t${companyName}`)
          setSaid(t('gdap-requests.bulk.added', { customer: companyName }))
        }} />
      <TextArea label={t('gdap-requests.bulk.list')} rows={8} spellCheck={false} value={text} className={styles.list}
        description={t('gdap-requests.bulk.list.hint', { limit: gdapBulkLimits.items })}
        onChange={(event) => {
          setBadFile(undefined)
          onChange(event.target.value)
        }} />
      <div className={jobStyles.ways}>
        <Button icon="upload" onPress={() => input.current?.click()}>{t('gdap-requests.bulk.file')}</Button>
        <p className={requestStyles.muted}>{t('gdap-requests.bulk.count', { count })}</p>
        <p role="status" className="visually-hidden">{said}</p>
        <div role="alert" className={styles.complaint}>
          {complaint && <FieldError id="bulk-gdap-refusal">{complaint}</FieldError>}
        </div>
      </div>
      <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,text/csv" aria-label={t('gdap-requests.bulk.file')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, mended, must count as a change.
          event.target.value = ''
          if (file) void choose(file)
        }} />
    </fieldset>
  )
}

const sentenceOf = (t: ReturnType<typeof useWords>['t'], refusal: ListRefusal): string =>
  refusal.why === 'empty'
    ? t('gdap-requests.bulk.empty')
    : t('gdap-requests.bulk.too_many', { count: refusal.count, limit: gdapBulkLimits.items })
