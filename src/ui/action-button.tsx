import { useId } from 'react'
import type { Verdict } from '../../domain/verdict.ts'
import styles from './action-button.module.css'
import { Button, type ButtonProps } from './button.tsx'
import { Reason } from './reason.tsx'

type Props = ButtonProps & {
  verdict: Verdict
  pending?: boolean
  /** Where the reason already stands, when actions beside this one are refused for the same. */
  reasonId?: string | undefined
}

/**
 * Cannot be disabled without a reason. Stays focusable when the answer is no, so that everyone can find out why. What it does itself may
 * turn the answer to no before it is done: until then it stays as it was, and keeps the focus.
 */
export function ActionButton({ verdict, pending = false, reasonId, onPress, type, ...button }: Props) {
  const ownId = useId()
  if (verdict.allowed || pending) return <Button {...button} pending={pending} type={type} onPress={onPress} />
  return (
    <span className={styles.action}>
      <Button {...button} aria-disabled aria-describedby={reasonId ?? ownId} />
      {!reasonId && <Reason id={ownId} refusal={verdict} />}
    </span>
  )
}
