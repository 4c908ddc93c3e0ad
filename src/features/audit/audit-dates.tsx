import { useState } from 'react'
import { auditWindow, canReadWindow } from '../../../domain/audit/window.ts'
import { readersZone } from '../../i18n/formats.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { Row } from '../../ui/looks/layout.tsx'
import { isDay } from './audit-view.ts'

type Days = { from: string; to: string }

/** The days to read, within what BR-108 allows; the portal refuses the same. */
export function AuditDates({ days, now, onChoose }: { days: Days; now: number; onChoose: (days: Days) => void }) {
  const { t, refusalText } = useWords()
  const [chosen, setChosen] = useState(days)
  const [complaint, setComplaint] = useState<string>()
  const submit = () => {
    const given = { from: isDay(chosen.from) ? chosen.from : days.from, to: isDay(chosen.to) ? chosen.to : days.to }
    const moment = new Date(now)
    const verdict = canReadWindow(auditWindow(given, moment, readersZone()), moment, readersZone())
    setComplaint(verdict.allowed ? undefined : refusalText(verdict))
    if (verdict.allowed) onChoose(given)
  }
  return (
    <Row as={Form} gap={3} align="end" onSubmit={submit}>
      <TextField type="date" label={t('audit.from')} value={chosen.from}
        onChange={({ target }) => setChosen({ ...chosen, from: target.value })} />
      <TextField type="date" label={t('audit.to')} value={chosen.to} error={complaint}
        onChange={({ target }) => setChosen({ ...chosen, to: target.value })} />
      <Button type="submit">{t('audit.show')}</Button>
    </Row>
  )
}
