import { type ReactNode } from 'react'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './made-invitation.module.css'

/** A link in full, to be selected by hand if need be, and what can be done with it. */
export function LinkBox({ label, link, hint, children }: { label: string; link: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.box}>
      <TextArea label={label} value={link} readOnly rows={2} spellCheck={false} translate="no" className={styles.link} description={hint}
        onFocus={({ target }) => target.select()} />
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}
