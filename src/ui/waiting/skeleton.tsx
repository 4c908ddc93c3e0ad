import { useWords } from '../../i18n/use-words.ts'
import { joined } from '../joined.ts'
import { Stack } from '../looks/layout.tsx'
import styles from './skeleton.module.css'

type Props = { width?: string; height?: string; className?: string }

/** A place held for what is coming. It shows only after 150 ms; an answer that is quicker never flickers. */
export function Skeleton({ width = '100%', height = '16px', className }: Props) {
  const size = { inlineSize: width, blockSize: height }
  return <span className={joined(styles.skeleton, className)} style={size} aria-hidden="true" />
}

const widths = ['100%', '84%', '60%']

/** Lines of text that are coming, and a word to assistive technology that they are. */
export function SkeletonLines({ lines = 3, height = '16px' }: { lines?: number; height?: string }) {
  return (
    <Stack gap={2}>
      <Loading />
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} width={widths[line % widths.length] ?? '100%'} />)}
    </Stack>
  )
}

/** Says that something is coming, for those who cannot see the skeletons. */
export function Loading() {
  const { t } = useWords()
  return <span role="status" className="visually-hidden">{t('ui.loading')}</span>
}
