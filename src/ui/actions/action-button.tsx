import { useId } from 'react'
import type { Verdict } from '../../../domain/verdict.ts'
import { Button, type ButtonProps } from './button.tsx'
import { Stack } from '../looks/layout.tsx'
import { Reason } from './reason.tsx'
import { useSharedReason } from './reasons-once.tsx'

type Props = ButtonProps & {
  verdict: Verdict
  pending?: boolean
}

/**
 * Shows a reason instead of being disabled, and stays focusable. While its own action runs, a new refusal waits, so that the button keeps
 * its place and focus. ReasonsOnce shows a shared reason once.
 */
export function ActionButton({ verdict, pending = false, onPress, type, ...button }: Props) {
  const ownId = useId()
  const isAllowed = verdict.allowed || pending
  const reasonId = useSharedReason(isAllowed ? undefined : verdict)
  if (isAllowed) return <Button {...button} pending={pending} type={type} onPress={onPress} />
  return (
    <Stack as="span" inline gap={1} align="start" measure={44}>
      <Button {...button} aria-disabled aria-describedby={reasonId ?? ownId} />
      {!reasonId && <Reason id={ownId} refusal={verdict} />}
    </Stack>
  )
}
