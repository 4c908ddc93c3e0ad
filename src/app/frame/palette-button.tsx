import { lazy, useEffect, useState } from 'react'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { LatePart } from '../../ui/waiting/late-part.tsx'
import { keyShows, modifier, type Shown } from './keys.ts'
import styles from './palette-button.module.css'

const PaletteDialog = lazy(() => import('../palette/palette-dialog.tsx').then((file) => ({ default: file.PaletteDialog })))

/** Opens the command palette, whose code loads then; so do the keys that work everywhere. */
export function PaletteButton({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = keyShows(event)
      if (!wanted) return
      event.preventDefault()
      setShown(wanted)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button variant="subtle" aria-keyshortcuts="Control+K Meta+K" className={styles.button} onPress={() => setShown('palette')}>
        <Icon name="search" size={20} />
        <span className={styles.word}>{t('app.nav.search')}</span>
        <kbd aria-hidden="true" className={styles.keys}>{`${modifier ?? t('app.nav.ctrl')} K`}</kbd>
      </Button>
      {shown && (
        <LatePart onClose={() => setShown(undefined)}><PaletteDialog actor={actor} shown={shown} onShow={setShown} /></LatePart>
      )}
    </>
  )
}
