import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line } from '../../ui/looks/layout.tsx'

/** Warns partners while time-driven work is on hold, so that nobody waits for a mail. */
export function ClockNotice() {
  const { t } = useWords()
  return (
    <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" after={4}>
      <Icon name="waiting" tone="caution" />
      <span>{t('app.clock_held')}</span>
    </Line>
  )
}
