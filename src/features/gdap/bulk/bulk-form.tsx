import { useState } from 'react'
import { gdapBulkLimits } from '../../../../domain/bulk-relationships/outcomes.ts'
import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import { canBeNamed, canFinalise, canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { FileButton } from '../../../ui/forms/file-button.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { Box, Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { ReadAs } from '../../../ui/text/read-as.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { CustomerSearch } from '../request/customer/customer-search.tsx'
import { RequestSummary } from '../request/request-summary.tsx'
import requestStyles from '../request/request.module.css'
import type { Named } from '../request/suggested-name.ts'
import { TermsFields, useStarts } from '../request/terms-fields.tsx'
import { type BulkJob, type BulkSetup, checkBulk, readListFile, writeSetup } from './bulk-job.ts'
import styles from './bulk.module.css'
import { nameBy, patternMarks } from './name-pattern.ts'
import { readCustomers } from './read-customers.ts'

type Props = { actor: Actor; job: BulkJob }

/** The customers, roles, duration and names of many requests. */
export function BulkForm({ actor, job: { draft: { list: setup, refusal, decoded }, error } }: Props) {
  const { t } = useWords()
  const { partOf } = useStarts(actor)
  const [isTried, setTried] = useState(false)
  const part = partOf(setup.roles)
  const write = (changes: Partial<BulkSetup>) => writeSetup({ ...setup, ...changes })
  // Judges what all requests share; the server judges each.
  const verdict = canFinalise(actor, {
    status: 'created', partner: actor.organization, customer: null, roles: setup.roles, autoExtendDuration: 'PT0S',
    isPartnerConsentPending: false,
  })
  const fits = canLastDays(setup.days).allowed && nameVerdict(setup.pattern, part, setup.text).allowed
  return (
    <Columns of="minmax(0, 1fr) minmax(320px, 440px)" below={1100} gap={8} align="start">
      <Stack as={Form} gap={6} measure="720px" aria-label={t('gdap-requests.bulk.title')} onSubmit={() => {
        setTried(true)
        return verdict.allowed && fits ? checkBulk({ ...setup, part }) : undefined
      }}>
        <CustomerList text={setup.text} refusal={refusal} decoded={decoded} onChange={(text) => write({ text })}
          onFile={(file, encoding) => void readListFile(file, encoding)} />
        <TermsFields actor={actor} roles={{ value: setup.roles, onChange: (roles) => write({ roles }) }}
          days={{
            value: setup.days, error: isTried && Number.isNaN(setup.days) ? t('gdap-requests.error.days') : undefined,
            onChange: (days) => write({ days }),
          }}
          autoExtend={{ value: setup.autoExtend, onChange: (autoExtend) => write({ autoExtend }) }} />
        <PatternField pattern={setup.pattern} part={part} text={setup.text} onChange={(pattern) => write({ pattern })} />
        <Checkbox label={t('gdap-requests.bulk.finalises')} description={t('gdap-requests.bulk.finalises.hint')} checked={setup.finalises}
          onChange={(event) => write({ finalises: event.target.checked })} />
        <Stack gap={4}>
          {error !== undefined && <ErrorState compact error={error} kept={t('gdap-requests.bulk.check_failed')} />}
          <Row gap="2 3" align="center">
            <ActionButton type="submit" variant="accent" verdict={verdict}>{t('gdap-requests.bulk.check')}</ActionButton>
          </Row>
          <Text measure={72} tone="muted" className={requestStyles.muted}>{t('gdap-requests.bulk.kept')}</Text>
        </Stack>
      </Stack>
      <RequestSummary own={actor.organization} form={{ ...setup, whose: 'own', resellerId: '' }} to={t('gdap-requests.bulk.to')} />
    </Columns>
  )
}

type Refusal = BulkJob['draft']['refusal']
type ListProps = {
  text: string
  refusal: Refusal
  decoded: BulkJob['draft']['decoded']
  onChange: (text: string) => void
  onFile: (file: File, encoding?: LegacyEncoding) => void
}

/** Takes customers pasted, from a file, or one by one from the customer list. */
function CustomerList({ text, refusal, decoded, onChange, onFile }: ListProps) {
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

const sample: Named = { tenantId: '1a68ec39-bfdd-466e-acde-85983264cd63', companyName: 'Tailspin Toys', domain: 'tailspintoys.example' }

/** The list's first customer, else an example company. */
function exampleOf(text: string): Named {
  const read = readCustomers(text)
  const [first] = 'why' in read ? [] : read
  const [value = ''] = first?.values.slice(-1) ?? []
  if (first?.by === 'name') return { ...sample, companyName: value }
  return first?.by === 'domain' ? { ...sample, companyName: value.split('.')[0] ?? '', domain: value } : sample
}

/** BR-82: judges the form of the pattern's names. */
const nameVerdict = (pattern: string, part: string, text: string): Verdict =>
  canBeNamed(nameBy(pattern, part, exampleOf(text)), false)

type PatternProps = { pattern: string; part: string; text: string; onChange: (pattern: string) => void }

/** The pattern of the requests' names, with a live example. */
function PatternField({ pattern, part, text, onChange }: PatternProps) {
  const { t, refusalText, formatList } = useWords()
  const verdict = nameVerdict(pattern, part, text)
  const example = nameBy(pattern, part, exampleOf(text))
  return (
    <Stack gap={2}>
      <TextField label={t('gdap-requests.bulk.pattern')} value={pattern} spellCheck={false} autoCapitalize="none"
        error={verdict.allowed ? undefined : refusalText(verdict)}
        description={t('gdap-requests.bulk.pattern.hint', { marks: formatList(patternMarks) })}
        onChange={(event) => onChange(event.target.value)} />
      <Text tone="muted" breaks className={styles.example}>
        <span>{t('gdap-requests.bulk.pattern.example')}</span> <output><code translate="no">{example}</code></output>
      </Text>
    </Stack>
  )
}
