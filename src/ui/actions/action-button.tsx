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
 * Cannot be disabled without a reason. Stays focusable when the answer is no, so that everyone can find out why. What it does itself may
 * turn the answer to no before it is done: until then it stays as it was, and keeps the focus. What refuses several is said once
 * (ReasonsOnce).
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
