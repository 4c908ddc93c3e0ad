import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line } from '../../ui/looks/layout.tsx'

/** Above every page of a partner while what time alone does has stopped, so that nobody waits for a mail that does not come. */
export function ClockNotice() {
  const { t } = useWords()
  return (
    <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" after={4}>
      <Icon name="waiting" tone="caution" />
      <span>{t('app.clock_held')}</span>
    </Line>
  )
}
