import { useWords } from '../../i18n/use-words.ts'
import { joined } from '../joined.ts'
import { Stack } from '../looks/layout.tsx'
import styles from './skeleton.module.css'

type Props = { width?: string; height?: string; className?: string }

/** A placeholder that appears after 150 ms, so that quick responses do not flicker. */
export function Skeleton({ width = '100%', height = '16px', className }: Props) {
  const size = { inlineSize: width, blockSize: height }
  return <span className={joined(styles.skeleton, className)} style={size} aria-hidden="true" />
}

const widths = ['100%', '84%', '60%']

/** Placeholder lines, announced to screen readers. */
export function SkeletonLines({ lines = 3, height = '16px' }: { lines?: number; height?: string }) {
  return (
    <Stack gap={2}>
      <Loading />
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} width={widths[line % widths.length] ?? '100%'} />)}
    </Stack>
  )
}

/** Announces loading to screen readers. */
export function Loading() {
  const { t } = useWords()
  return <span role="status" className="visually-hidden">{t('ui.loading')}</span>
}
