import { useState } from 'react'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button, type ButtonVariant } from '../../ui/actions/button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'

type Props = {
  verdict: Verdict
  label: string
  icon: IconName
  variant?: ButtonVariant
  /** A hint under the enabled button. */
  hint?: string
  title: string
  changes: readonly string[]
  keeps: readonly string[]
  isFinal?: boolean
  pending: boolean
  onConfirm: () => Promise<void>
}

/** A button that confirms first what changes and what stays; refused, it says why. */
export function ConfirmedAction(props: Props) {
  const { verdict, label, icon, variant = 'plain', hint, title, changes, keeps, isFinal = false, pending } = props
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const onConfirm = async () => {
    await props.onConfirm()
    close()
  }
  return (
    <Stack gap={1} align="start">
      <ActionButton icon={icon} variant={verdict.allowed ? variant : 'plain'} verdict={verdict} onPress={() => setAsking(true)}>
        {label}
      </ActionButton>
      {verdict.allowed && hint && <Text tone="muted" text="caption">{hint}</Text>}
      <Dialog isOpen={isAsking} onClose={close} title={title} actions={
        <>
          <Button onPress={close}>{t('delegated-admin.cancel')}</Button>
          <Button variant={isFinal ? 'danger' : 'accent'} pending={pending} onPress={() => void onConfirm()}>{label}</Button>
        </>
      }>
        <ChangeList changes={changes} keeps={keeps} />
      </Dialog>
    </Stack>
  )
}
