import { useBlocker } from 'react-router'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/actions/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { loses, useLeaveQuestion } from '../ui/forms/use-unsaved.ts'

/** Asks before leaving unsaved words; staying keeps page and focus. */
export function LeaveGuard() {
  const { t } = useWords()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => loses(currentLocation, nextLocation))
  const answer = useLeaveQuestion()
  const stay = () => {
    answer?.(false)
    blocker.reset?.()
  }
  const leave = () => {
    answer?.(true)
    blocker.proceed?.()
  }
  return (
    <Dialog isOpen={blocker.state === 'blocked' || answer !== undefined} onClose={stay} size="small" title={t('ui.leave.title')} actions={
      <>
        <Button onPress={stay}>{t('ui.leave.stay')}</Button>
        <Button variant="danger" onPress={leave}>{t('ui.leave.leave')}</Button>
      </>
    }>
      <p>{t('ui.leave.text')}</p>
    </Dialog>
  )
}
