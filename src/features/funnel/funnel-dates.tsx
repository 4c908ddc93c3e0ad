import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Row } from '../../ui/looks/layout.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { isPeriod, type Period } from './funnel-period.ts'

export function FunnelDates({ period, onChoose }: { period: Period; onChoose: (period: Period) => void }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(period)
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    setWrong(!isPeriod(chosen))
    if (isPeriod(chosen)) onChoose(chosen)
  }
  return (
    <Row as={Form} gap={3} align="end" onSubmit={submit}>
      <TextField type="date" label={t('funnel.from')} value={chosen.from} max={chosen.to}
        onChange={({ target }) => setChosen({ ...chosen, from: target.value })} />
      <TextField type="date" label={t('funnel.to')} value={chosen.to} min={chosen.from}
        error={isWrong ? t('funnel.error.period') : undefined} onChange={({ target }) => setChosen({ ...chosen, to: target.value })} />
      <Button type="submit">{t('funnel.show')}</Button>
    </Row>
  )
}
