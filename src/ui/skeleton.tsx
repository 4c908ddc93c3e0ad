import { useWords } from '../i18n/use-words.ts'
import styles from './skeleton.module.css'

type Props = { width?: string; height?: string; className?: string }

/** A place held for what is coming. It shows only after 150 ms; an answer that is quicker never flickers. */
export function Skeleton({ width = '100%', height = '16px', className }: Props) {
  return <span className={[styles.skeleton, className].filter(Boolean).join(' ')} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />
}

/** Lines of text that are coming, and a word to assistive technology that they are. */
export function SkeletonLines({ lines = 3, height = '16px' }: { lines?: number; height?: string }) {
  return (
    <div className={styles.lines}>
      <Loading />
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} width={line % 3 === 2 ? '60%' : line % 2 ? '84%' : '100%'} />)}
    </div>
  )
}

/** Says that something is coming, for those who cannot see the skeletons. */
export function Loading() {
  const { t } = useWords()
  return <span role="status" className="visually-hidden">{t('ui.loading')}</span>
}
