import { type FormEvent, useId, useRef, useState } from 'react'
import { canForwardInvitation } from '../../../domain/invitations/rules.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.ts'
import { useNow } from '../../ui/use-now.ts'
import { forwardInvitation } from './invitation-queries.ts'
import styles from './invitation-detail.module.css'
import { useAction } from '../../ui/use-action.ts'

const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Records where the reseller sent the message: each time a row of its own. */
export function ForwardForm({ actor, invitation }: { actor: Actor; invitation: Invitation }) {
  const { t } = useWords()
  const id = useId()
  const [email, setEmail] = useState(invitation.customer?.email ?? '')
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const forward = useAction('invitations', ({ to }: { to: string }, key) => forwardInvitation(invitation.id, to, key))
  const verdict = canForwardInvitation(actor, invitation, new Date(useNow()))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!verdict.allowed) return
    const to = email.trim()
    setWrong(!looksLikeAddress.test(to))
    if (!looksLikeAddress.test(to)) {
      field.current?.focus()
      return
    }
    if (!(await forward.run({ to }))) return
    showToast(t('invitations.forward.done'))
    setEmail('')
  }
  return (
    <Card title={t('invitations.forward.title')}>
      <form noValidate className={styles.message} onSubmit={(event) => void submit(event)}>
        <p>{t('invitations.forward.hint')}</p>
        <TextField id={id} ref={field} type="email" inputMode="email" spellCheck={false} label={t('invitations.forward.email')}
          value={email}
          error={isWrong ? t('invitations.error.email') : undefined} onChange={({ target }) => setEmail(target.value)} />
        <div>
          <ActionButton type="submit" variant="accent" icon="forward" verdict={verdict} pending={forward.isRunning}>
            {t('invitations.forward')}
          </ActionButton>
        </div>
      </form>
    </Card>
  )
}
