import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Row, Stack } from '../../ui/looks/layout.tsx'
import styles from './consent-frame.module.css'

type Props = {
  /** The tenant that the answer counts for, once known. */
  tenant?: string
  /** Not sticky, beside a box to tick first. */
  isStill?: boolean
  children: Elements
}

export function AnswerBar({ tenant, isStill = false, children }: Props) {
  const { t } = useWords()
  return (
    <Stack gap={2} onScreen className={styles.bar} role="group" aria-label={t('acceptance.actions')} data-still={isStill || undefined}>
      {tenant !== undefined && <p className={styles.barTenant}>{t('acceptance.account.answering_for', { tenant })}</p>}
      <Row gap={3} className={styles.buttons}>{children}</Row>
    </Stack>
  )
}

/** Before sign-in: reading grants nothing. */
export function SignInPanel({ title, button, onSignIn }: { title?: string; button: string; onSignIn: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Stack as="section" gap={3} pad="2 0 0" text="lead">
        {title && <h2>{title}</h2>}
        <p>{t('acceptance.account.signed_out')}</p>
        <p>{t('acceptance.account.signed_out.ask')}</p>
      </Stack>
      <AnswerBar><Button variant="accent" size="large" icon="person" onPress={onSignIn}>{button}</Button></AnswerBar>
    </>
  )
}
