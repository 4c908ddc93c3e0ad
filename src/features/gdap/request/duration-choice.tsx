import { autoExtendDays, longestDays } from '../../../../domain/gdap/term/durations.ts'
import { canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { NumberField } from '../../../ui/forms/number-field.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import styles from './request.module.css'

const dayMs = 24 * 60 * 60 * 1000
const presets = [30, 90, 180, 365, longestDays] as const

type Props = { days: number; error?: string | undefined; onChange: (days: number) => void }

/** Chooses a usual or any number of days, and shows the end; needs a fieldset with a legend. */
export function DurationChoice({ days, error, onChange }: Props) {
  const { t, formatDate, refusalText } = useWords()
  const now = useNow()
  const verdict = canLastDays(days)
  return (
    <Stack gap={3}>
      <Row gap={2}>
        {presets.map((preset) => (
          <Button key={preset} aria-pressed={days === preset} className={styles.preset} onPress={() => onChange(preset)}>
            {t('gdap-requests.days.preset', { count: preset })}
          </Button>
        ))}
      </Row>
      <Text measure={72} tone="muted" className={styles.muted}>{t('gdap-requests.days.why', { days: autoExtendDays })}</Text>
      <NumberField label={t('gdap-requests.days.label')} min={1} max={longestDays} unit={t('gdap-requests.days.unit')}
        value={Number.isNaN(days) ? '' : days} error={error ?? (verdict.allowed || Number.isNaN(days) ? undefined : refusalText(verdict))}
        description={verdict.allowed
          ? t('gdap-requests.days.until', { date: formatDate(now + days * dayMs) })
          : t('gdap-requests.days.range', { limit: longestDays })}
        onChange={(event) => onChange(event.target.valueAsNumber)} />
    </Stack>
  )
}
