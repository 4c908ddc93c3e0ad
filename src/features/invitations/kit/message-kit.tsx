import { type ReactNode, useId } from 'react'
import type { Invitation, InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/card.tsx'
import { MailPreview } from './mail-preview.tsx'
import { MessageActions } from './message-actions.tsx'
import { MessageForm } from './message-form.tsx'
import styles from './message-kit.module.css'
import { type EditedMail, type MessageIn, useMessageDraft } from './use-message-draft.ts'

type Props = {
  actor: Actor
  invitation: Invitation
  /** In the customer's language, with the link. */
  message: InvitationMessage
  messageIn: MessageIn
  hint: string
  /** What follows the message: sending it or saying that it was sent. */
  children: (mail: EditedMail, verdict: Verdict) => ReactNode
}

/** All that is needed to hand an invitation to the customer: its text to be worked on, how it will look, and the ways it can go (BR-38). */
export function MessageKit({ actor, invitation, message, messageIn, hint, children }: Props) {
  const { t } = useWords()
  const reasonId = useId()
  const draft = useMessageDraft(message, messageIn)
  const to = invitation.customer?.email
  const from = invitation.reseller?.displayName ?? invitation.inviter.displayName
  return (
    <Card title={t('invitations.message')}>
      <div className={styles.kit}>
        <p>{hint}</p>
        <div className={styles.beside}>
          <MessageForm draft={draft} reasonId={reasonId} />
          {draft.message && <MailPreview message={draft.message} from={from} to={to} />}
        </div>
        {draft.message && (
          <>
            <MessageActions message={draft.message} sender={actor.user} to={to} verdict={draft.verdict} reasonId={reasonId} />
            {children(draft.mail, draft.verdict)}
          </>
        )}
      </div>
    </Card>
  )
}
