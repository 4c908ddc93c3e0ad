import { type ReactNode } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Noted } from '../../../ui/looks/noted.tsx'
import { Row, Stack } from '../../../ui/looks/layout.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { hereOnly } from './link-reach.ts'
import styles from './made-invitation.module.css'

/** A selectable link with its actions, and a warning where others cannot open it. */
export function LinkBox({ label, link, hint, children }: { label: string; link: string; hint?: string; children: ReactNode }) {
  const { t } = useWords()
  const origin = hereOnly(link, location.hostname)
  return (
    <Stack gap={2} card pad={4} className={styles.box}>
      <TextArea label={label} value={link} readOnly rows={2} spellCheck={false} translate="no" className={styles.link} description={hint}
        onFocus={({ target }) => target.select()} />
      {origin !== undefined && (
        <Noted icon="caution" mark="caution" callout="caution" box="caution-soft" pad="3 4">
          {t('invitations.link.here_only', { origin })}
        </Noted>
      )}
      <Row gap={2} align="center" before={1}>{children}</Row>
    </Stack>
  )
}
