import { Component, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { isMissingCode } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../actions/button.tsx'
import { useFreshPage } from './fresh-page.ts'
import styles from './late-part.module.css'
import { ErrorState } from './states.tsx'

type Props = {
  /** Holds lazily loaded parts. */
  children: ReactNode
  fallback?: ReactNode
  /** For a part that floats above the page; called when its replacement closes. */
  onClose?: () => void
}

/** Surrounds a lazily loaded part: when its code fails, the rest of the page and typed words stay. */
export class LatePart extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    const { children, fallback = null, onClose } = this.props
    if (error === undefined) return <Suspense fallback={fallback}>{children}</Suspense>
    if (!isMissingCode(error)) throw error
    return onClose ? <MissingAbove error={error} onClose={onClose} /> : <Missing error={error} />
  }
}

function Missing({ error }: { error: Error }) {
  const { isComing, begin } = useFreshPage()
  return <ErrorState compact error={error} retrying={isComing} onRetry={begin} />
}

/** The browser's own dialog, since the portal's may be what failed to load. */
function MissingAbove({ error, onClose }: { error: Error; onClose: () => void }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-label={t('ui.error.title')} className={styles.dialog} onClose={onClose}>
      <Missing error={error} />
      <Button variant="subtle" wide onPress={() => dialog.current?.close()}>{t('ui.dialog.close')}</Button>
    </dialog>
  )
}
