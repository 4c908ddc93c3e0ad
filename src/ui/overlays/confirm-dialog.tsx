import { useWords } from '../../i18n/use-words.ts'
import { Button, type ButtonProps } from '../actions/button.tsx'
import type { Elements } from '../elements.ts'
import { ChangeList } from '../lists/change-list.tsx'
import { Dialog } from './dialog.tsx'
import type { DialogProps } from './dialog-modal.tsx'

type Props = Omit<DialogProps, 'actions' | 'children'> & {
  /** The button that acts; absent where nothing can be done. */
  act: ButtonProps | undefined
  /** Gives up what closing keeps. */
  onCancel?: () => void
  changes?: readonly string[]
  keeps?: readonly string[]
  children?: Elements
}

/** Asks before an action, and lists what it changes and keeps. */
export function ConfirmDialog({ act, onCancel, changes, keeps = [], children, ...dialog }: Props) {
  const { t } = useWords()
  return (
    <Dialog {...dialog} actions={
      <>
        <Button onPress={onCancel ?? dialog.onClose}>{t('ui.dialog.cancel')}</Button>
        {act && <Button {...act} />}
      </>
    }>
      {changes && <ChangeList changes={changes} keeps={keeps} />}
      {children}
    </Dialog>
  )
}
