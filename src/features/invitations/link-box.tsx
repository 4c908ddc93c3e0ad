import { type ReactNode, useId } from 'react'
import styles from './made-invitation.module.css'

/** A link in full, to be selected by hand if need be, and what can be done with it. */
export function LinkBox({ label, link, hint, children }: { label: string; link: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    <div className={styles.box} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>{label}</span>
      <code className={styles.link}>{link}</code>
      {hint && <p className={styles.none}>{hint}</p>}
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}
