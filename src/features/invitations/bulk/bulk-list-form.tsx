import { useState } from 'react'
import { bulkLimits } from '../../../../domain/bulk-invitations/outcomes.ts'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import { locales, type Locale } from '../../../../domain/session/locales.ts'
import { services } from '../../../../domain/subscriptions/channels.ts'
import { languageNames, useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { csvOf } from '../../../../domain/words-of-others/csv-text.ts'
import { downloadText } from '../../../ui/files/download-text.ts'
import { FileButton } from '../../../ui/forms/file-button.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { NumberField } from '../../../ui/forms/number-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { ReadAs } from '../../../ui/text/read-as.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { DapField } from '../new/dap-field.tsx'
import { bulkColumns, type ColumnNames } from './bulk-columns.ts'
import { type BulkJob, type BulkList, readListFile, writeList } from './bulk-job.ts'
import styles from './bulk.module.css'
import type { BulkDefaults } from './row-draft.ts'

type Props = {
  job: BulkJob
  policy: CloudPolicy
  resellers: readonly Partnership[]
  names: ColumnNames
  pending: boolean
  onCheck: (list: BulkList) => Promise<void>
}

/** The common settings, and the rows pasted or from a file. */
export function BulkListForm({ job, policy, resellers, names, pending, onCheck }: Props) {
  const { t, formatList } = useWords()
  const { list, refusal, decoded } = job.draft
  const [asked, setAsked] = useState(false)
  const days = list.defaults.expiresInDays
  const daysFit = Number.isInteger(days) && days >= 1 && days <= 365
  const write = (changes: Partial<BulkList>) => writeList({ ...list, ...changes })

  const complaint = refusal && (refusal.why === 'workbook' ? t('customers.import.refused.workbook', { file: refusal.file })
    : t(`bulk.refused.${refusal.why}`, { limit: bulkLimits.items, ...refusal }))
  return (
    <Stack as={Form} gap={4} aria-label={t('bulk.title')} onSubmit={() => {
      setAsked(true)
      return daysFit && !pending ? onCheck(list) : undefined
    }}>
      <Card title={t('bulk.defaults')}>
        <Text measure={76} tone="muted">{t('bulk.defaults.hint')}</Text>
        <Defaults defaults={list.defaults} policy={policy} resellers={resellers}
          daysError={asked && !daysFit ? t('invitations.error.days') : undefined}
          onChange={(changes) => write({ defaults: { ...list.defaults, ...changes } })} />
      </Card>
      <Card title={t('bulk.list')}>
        <Stack gap={4} className={styles.list}>
          <Row gap="2 3" align="center">
            <FileButton icon="upload" label={t('bulk.list.file')} onFile={(file) => void readListFile(file)} />
            <Button variant="subtle" icon="download" onPress={() => downloadText('invitations-template.csv', 'text/csv',
              csvOf(bulkColumns.map((column) => names[column]), []))}>{t('bulk.list.template')}</Button>
          </Row>
          {decoded && <ReadAs decoded={decoded} onChoose={(file, encoding) => void readListFile(file, encoding)} />}
          <TextArea label={t('bulk.list.label')} rows={10} spellCheck={false} value={list.text} error={complaint}
            description={t('bulk.list.hint', {
              columns: formatList(bulkColumns.map((column) => names[column])), limit: bulkLimits.items,
            })}
            onChange={(event) => write({ text: event.target.value })} />
          <div role="alert" className="visually-hidden">{refusal && 'file' in refusal && complaint}</div>
          {job.error !== undefined && <ErrorState compact error={job.error} kept={t('bulk.check.failed')} />}
        </Stack>
      </Card>
      <Row gap="2 3" align="center">
        <Button type="submit" variant="accent" pending={pending}>{t('bulk.check')}</Button>
        <Text measure={76} tone="muted">{t('bulk.list.kept')}</Text>
      </Row>
    </Stack>
  )
}

type DefaultsProps = {
  defaults: BulkDefaults
  policy: CloudPolicy
  resellers: readonly Partnership[]
  daysError: string | undefined
  onChange: (changes: Partial<BulkDefaults>) => void
}

function Defaults({ defaults, policy, resellers, daysError, onChange }: DefaultsProps) {
  const { t } = useWords()
  const chosen = (service: BulkDefaults['services'][number], isOn: boolean) =>
    isOn ? [...defaults.services, service] : defaults.services.filter((other) => other !== service)
  return (
    <Columns fit={220} gap={4} align="start" before={3}>
      <Select label={t('bulk.defaults.through')} value={defaults.resellerId} placeholder={t('bulk.defaults.direct')}
        onChange={(event) => onChange({ resellerId: event.target.value })}
        options={resellers.map(({ reseller }) => ({ value: reseller.id, label: reseller.displayName }))} />
      <Select label={t('invitations.new.language')} value={defaults.language}
        onChange={(event) => onChange({ language: event.target.value as Locale })}
        options={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))} />
      <NumberField label={t('invitations.new.days')} min={1} max={365} error={daysError}
        value={Number.isNaN(defaults.expiresInDays) ? '' : defaults.expiresInDays}
        onChange={(event) => onChange({ expiresInDays: event.target.valueAsNumber })} />
      <Stack spans gap={2}>
        <DapField policy={policy} checked={defaults.includeDap} onChange={(event) => onChange({ includeDap: event.target.checked })} />
      </Stack>
      {policy.transactingPartnersWithAdminPerService !== null && (
        <Stack as="fieldset" spans gap={2}>
          <legend>{t('invitations.new.services')}</legend>
          <Text measure={76} tone="muted">{t('invitations.new.services.hint')}</Text>
          {services.map((service) => (
            <Checkbox key={service} label={t(`subscriptions.service.${service}`)} checked={defaults.services.includes(service)}
              onChange={(event) => onChange({ services: chosen(service, event.target.checked) })} />
          ))}
        </Stack>
      )}
    </Columns>
  )
}
