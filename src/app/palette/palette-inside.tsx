import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DialogModal } from '../../ui/overlays/dialog-modal.tsx'
import { opensPalette, type Shown } from '../frame/keys.ts'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'

type Props = { actor: Actor; shown: NonNullable<Shown>; onShow: (shown: Shown) => void }

/** The palette or the help for keys, in one dialog. */
export function PaletteInside({ actor, shown, onShow }: Props) {
  const { t } = useWords()
  const onClose = () => onShow(undefined)
  const { key } = useLocation()
  const at = useRef(key)
  // The link to a rule leads away too.
  useEffect(() => {
    if (at.current !== key) onShow(undefined)
  }, [key, onShow])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!opensPalette(event)) return
      event.preventDefault()
      onShow('palette')
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [onShow])
  return (
    <DialogModal isOpen onClose={onClose} title={t(shown === 'palette' ? 'app.nav.search' : 'palette.keys')}>
      {shown === 'palette' ? <Palette actor={actor} onClose={onClose} onKeys={() => onShow('keys')} /> : <KeyList />}
    </DialogModal>
  )
}
