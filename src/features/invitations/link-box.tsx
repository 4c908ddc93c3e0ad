import { type ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { hereOnly } from './link-reach.ts'
import styles from './made-invitation.module.css'

/** A link in full, to be selected by hand if need be, what can be done with it, and that others could not open it. */
export function LinkBox({ label, link, hint, children }: { label: string; link: string; hint?: string; children: ReactNode }) {
  const { t } = useWords()
  const origin = hereOnly(link, location.hostname)
  return (
    <div className={styles.box}>
      <TextArea label={label} value={link} readOnly rows={2} spellCheck={false} translate="no" className={styles.link} description={hint}
        onFocus={({ target }) => target.select()} />
      {origin !== undefined && (
        <p className={styles.once}><Icon name="caution" /><span>{t('invitations.link.here_only', { origin })}</span></p>
      )}
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}
