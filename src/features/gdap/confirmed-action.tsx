import type { ComponentProps } from 'react'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords, type Values } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import type { ButtonVariant } from '../../ui/actions/button.tsx'
import { Hinted } from '../../ui/actions/hinted.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import type { ChangeList } from '../../ui/lists/change-list.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'

/** A button that, while it can be pressed, has a hint under it. */
export function HintedButton({ hint, ...button }: ComponentProps<typeof ActionButton> & { hint?: string | undefined }) {
  return <Hinted hint={button.verdict.allowed && (hint ?? '')}><ActionButton {...button} /></Hinted>
}

type Deed = 'finalise' | 'delete' | 'consent' | 'reject' | 'terminate' | 'remove_global' | 'retry' | 'unassign'

type Props<Input> = ComponentProps<typeof ChangeList> & {
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
  const [isAsking, setAsking] = useTyped([words, ...Object.values(values ?? {})].join(' '), false)
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
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t(`${words}.title`, values)} changes={changes} keeps={keeps}
        act={{ variant: isFinal ? 'danger' : 'accent', pending: isRunning, onPress: () => void confirm(), children: t(words) }} />
    </>
  )
}
