import type { FunnelRow } from '../../../domain/funnel/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Box, Columns, Stack } from '../../ui/looks/layout.tsx'
import styles from './funnel.module.css'
import { stages, sumOf } from './funnel-numbers.ts'

/** Bars by share, each with its number. */
export function FunnelChart({ rows }: { rows: readonly FunnelRow[] }) {
  const { t, formatNumber } = useWords()
  const made = sumOf(rows, 'made')
  return (
    <Stack as="ol" gap={3} aria-label={t('funnel.chart')}>
      {stages.map((step) => {
        const count = sumOf(rows, step)
        const share = made === 0 ? 0 : count / made
        const percent = formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
        return (
          <Columns as="li" key={step} of="minmax(120px, 1fr) minmax(0, 4fr) minmax(96px, auto)" gap="1 3" align="center"
            className={styles.step}>
            <span>{t(`funnel.count.${step}`)}</span>
            <Box as="span" box="surface-sunken" className={styles.track} aria-hidden="true">
              <span className={styles.bar} data-good={step === 'accepted' || undefined} style={{ inlineSize: `${share * 100}%` }} />
            </Box>
            <span className={styles.number}>
              {t('funnel.share', { count: formatNumber(count), share: percent })}
            </span>
          </Columns>
        )
      })}
    </Stack>
  )
}
