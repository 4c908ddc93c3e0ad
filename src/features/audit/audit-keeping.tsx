import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { retentionDays as bounds } from '../../../domain/audit/retention.ts'
import type { AuditSettings } from '../../../domain/audit/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { NumberField } from '../../ui/forms/number-field.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { auditQueries, saveRetention } from './audit-queries.ts'

/** How long entries are kept, and how far their chain reaches. */
export function AuditKeeping({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords()
  const { data, ...query } = useQuery({ ...auditQueries.settings(), enabled: isOpen })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('audit.keeping')}>
      {data
        ? <Stack gap={5}><ChainFacts chain={data.chain} /><RetentionForm key={data.etag} settings={data} onDone={onClose} /></Stack>
        : <NotYet compact query={query} lines={6} />}
    </Dialog>
  )
}

function ChainFacts({ chain: { length, upTo, hash, waiting } }: Pick<AuditSettings, 'chain'>) {
  const { t, formatDateTime, formatNumber } = useWords()
  const waits = waiting.capped
    ? t('audit.chain.waiting.capped', { count: formatNumber(waiting.count) })
    : t('audit.chain.waiting.count', { count: waiting.count })
  return (
    <Stack gap={2}>
      <Facts facts={[
        [t('audit.chain'), upTo === null
          ? t('audit.chain.none') : t('audit.chain.up_to', { count: length, moment: formatDateTime(upTo) })],
        [t('audit.chain.waiting'), waits],
        [t('audit.chain.hash'), hash],
      ]} />
      <Text tone="muted" text="caption">{t('audit.chain.how')}</Text>
    </Stack>
  )
}

const input = '/retentionDays'

function RetentionForm({ settings: { retentionDays, etag }, onDone }: { settings: AuditSettings; onDone: () => void }) {
  const { t } = useWords()
  const [text, setText] = useTyped('retention', String(retentionDays))
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...save } = useAction('audit', saveRetention, [input])
  const { shortest, longest } = bounds
  const days = Number(text)
  const isRight = Number.isInteger(days) && days >= shortest && days <= longest
  const submit = async () => {
    setTried(true)
    if (!isRight) return
    if (await save.run({ retentionDays: days, etag })) {
      showToast(t('audit.retention.saved'))
      onDone()
    }
  }
  return (
    <Stack as={Form} gap={4} onSubmit={submit}>
      <NumberField label={t('audit.retention.days')} description={t('audit.retention.help', { shortest, longest })} min={shortest}
        max={longest} value={text} error={isTried && !isRight ? t('audit.retention.error', { shortest, longest }) : complaints[input]}
        onChange={({ target }) => {
          setText(target.value)
          mended(input)
        }} />
      {isRight && days < retentionDays && (
        <ChangeList changes={[t('audit.retention.deletes', { days })]} keeps={[t('audit.retention.keeps')]} />
      )}
      <div>
        <Button type="submit" variant={isRight && days < retentionDays ? 'danger' : 'accent'} pending={save.isRunning}>
          {t('audit.retention.save')}
        </Button>
      </div>
    </Stack>
  )
}
