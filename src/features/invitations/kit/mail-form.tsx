import { useId, useState } from 'react'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Form } from '../../../ui/form.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useTyped } from '../../../ui/use-typed.ts'
import styles from './message-kit.module.css'

const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type Props = {
  title: string
  hint: string
  button: string
  icon: IconName
  /** The address to begin with. */
  email: string
  verdict: Verdict
  pending: boolean
  /** Whether it went well, so that the next address can be written. */
  onSend: (email: string) => Promise<boolean>
}

/** The customer's address, and the one thing to do with it. */
export function MailForm({ title, hint, button, icon, email: first, verdict, pending, onSend }: Props) {
  const { t } = useWords()
  const id = useId()
  const [email, setEmail] = useTyped('address', first)
  const [isWrong, setWrong] = useState(false)

  const submit = async () => {
    if (!verdict.allowed) return
    const to = email.trim()
    setWrong(!looksLikeAddress.test(to))
    if (looksLikeAddress.test(to) && (await onSend(to))) setEmail('')
  }
  return (
    <section aria-labelledby={id}>
      <Form className={styles.hand} onSubmit={submit}>
        <h3 id={id}>{title}</h3>
        <p>{hint}</p>
        <TextField type="email" inputMode="email" spellCheck={false} label={t('invitations.forward.email')} value={email}
          error={isWrong ? t('invitations.error.email') : undefined} onChange={({ target }) => setEmail(target.value)} />
        <div>
          <ActionButton type="submit" variant="accent" icon={icon} verdict={verdict} pending={pending}>{button}</ActionButton>
        </div>
      </Form>
    </section>
  )
}
