import { useQuery } from '@tanstack/react-query'
import { canReadMessage } from '../../../domain/invitations/rules.ts'
import type { Invitation, InvitationMessage } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Reason } from '../../ui/reason.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useNow } from '../../ui/use-now.ts'
import { invitationQueries } from './invitation-queries.ts'
import styles from './invitation-detail.module.css'
import { mailtoOf } from './mailto.ts'

/** BR-26, BR-38: the provider's message as it is, in the customer's language, to carry on unchanged. */
export function ResellerMessage({ actor, invitation }: { actor: Actor; invitation: Invitation }) {
  const { t } = useWords()
  const mayRead = canReadMessage(actor, invitation, new Date(useNow()))
  const { data: message, error, refetch, isFetching } = useQuery({ ...invitationQueries.message(invitation.id), enabled: mayRead.allowed })
  return (
    <Card title={t('invitations.message')}>
      {!mayRead.allowed ? <Reason refusal={mayRead} />
        : message ? <Message message={message} to={invitation.customer?.email} provider={invitation.inviter.displayName} />
        : error ? <ErrorState compact error={error} retrying={isFetching} onRetry={() => void refetch()} />
        : <SkeletonLines lines={6} />}
    </Card>
  )
}

function Message({ message, to, provider }: { message: InvitationMessage; to: string | undefined; provider: string }) {
  const { t } = useWords()
  const [before = '', after = ''] = message.text.split(message.link)
  return (
    <div className={styles.message}>
      <p>{t('invitations.message.read_only', { provider })}</p>
      <div className={styles.mail} lang={message.language}>
        <p className={styles.subject}>{message.subject}</p>
        <p className={styles.text}>{before}<span className={styles.link}>{message.link}</span>{after}</p>
      </div>
      <div className={styles.buttons}>
        <CopyButton text={message.link} label={t('invitations.copy')} />
        <CopyButton text={message.text} label={t('invitations.message.copy')} />
        <a className={styles.mailLink} href={mailtoOf(message, to)}><Icon name="mail" />{t('invitations.open_in_mail')}</a>
      </div>
    </div>
  )
}
