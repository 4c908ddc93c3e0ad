import { type ComponentProps, useState } from 'react'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords, type Values } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button, type ButtonVariant } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import type { Elements } from '../../ui/elements.ts'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import type { IconName } from '../../ui/marks/icon.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'

type Changes = ComponentProps<typeof ChangeList>

type ChangeDialogProps = Changes & {
  isOpen: boolean
  onClose: () => void
  title: string
  /** The acting button. */
  action: Elements
  children?: Elements
}

/** Asks before something changes, and says what changes and what stays. */
export function ChangeDialog({ isOpen, onClose, title, action, changes, keeps, children }: ChangeDialogProps) {
  const { t } = useWords()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={
      <><Button onPress={onClose}>{t('delegated-admin.cancel')}</Button>{action}</>
    }>
      {children}
      <ChangeList changes={changes} keeps={keeps} />
    </Dialog>
  )
}

/** A button that, while it can be pressed, has a hint under it. */
export function HintedButton({ hint, ...button }: ComponentProps<typeof ActionButton> & { hint?: string | undefined }) {
  return (
    <Stack gap={1} align="start">
      <ActionButton {...button} />
      {button.verdict.allowed && hint && <Text tone="muted" text="caption">{hint}</Text>}
    </Stack>
  )
}

type Deed = 'finalise' | 'delete' | 'consent' | 'reject' | 'terminate' | 'remove_global' | 'retry' | 'unassign'

type Props<Input> = Changes & {
  /** Its messages are the button's label, and `.title` and `.done`, which tell `values`. */
  words: `delegated-admin.${Deed}` | 'approval.remove'
  values?: Values
  verdict: Verdict
  icon: IconName
  variant?: ButtonVariant
  hint?: string
  isFinal?: boolean
  run: (input: Input, idempotencyKey: string) => Promise<unknown>
  input: Input
  onActed?: () => void
  onDone?: () => void
}

/** A button that confirms first what changes and what stays; refused, it says why. */
export function ConfirmedAction<Input>(
  { words, values, verdict, icon, variant = 'plain', hint, changes, keeps, isFinal = false, input, ...props }: Props<Input>,
) {
  const { t } = useWords()
  const { run, isRunning } = useAction('delegated-admin', props.run)
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const confirm = async () => {
    props.onActed?.()
    if (await run(input)) {
      showToast(t(`${words}.done`, values))
      props.onDone?.()
    }
    close()
  }
  return (
    <>
      <HintedButton icon={icon} variant={verdict.allowed ? variant : 'plain'} verdict={verdict} hint={hint} onPress={() => setAsking(true)}>
        {t(words)}
      </HintedButton>
      <ChangeDialog isOpen={isAsking} onClose={close} title={t(`${words}.title`, values)} changes={changes} keeps={keeps} action={
        <Button variant={isFinal ? 'danger' : 'accent'} pending={isRunning} onPress={() => void confirm()}>{t(words)}</Button>
      } />
    </>
  )
}
