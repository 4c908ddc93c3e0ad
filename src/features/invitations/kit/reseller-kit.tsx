import { useQuery, useQueryClient } from '@tanstack/react-query'
import { canForwardInvitation, canReadMessage } from '../../../../domain/invitations/rules.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { forwardInvitation, invitationQueries } from '../invitation-queries.ts'
import { LinkBox } from '../made/link-box.tsx'
import { MailForm } from './mail-form.tsx'
import { MessageKit } from './message-kit.tsx'
import type { EditedMail, MessageDraft } from './use-message-draft.ts'

type Props = { actor: Actor; invitation: Invitation; sendsMail: boolean }

/** BR-26, BR-38: the provider's message and link for the reseller, and its forwards. */
export function ResellerKit({ actor, invitation, sendsMail }: Props) {
  const { t } = useWords()
  const mayRead = canReadMessage(actor, invitation, new Date(useNow()))
  const { data: message, ...query } = useQuery({ ...invitationQueries.message(invitation.id), enabled: mayRead.allowed })
  if (mayRead.allowed && message) {
    return (
      <>
        <LinkBox label={t('invitations.made.link')} link={message.link}>
          <CopyButton text={message.link} label={t('invitations.copy')} />
        </LinkBox>
        <MessageKit title={t('invitations.message')} actor={actor} sendsMail={sendsMail} to={invitation.customer?.email} message={message}
          fileName="invitation" messageIn={(language) => invitationQueries.message(invitation.id, language)}
          hint={t('kit.hint.reseller', { provider: invitation.inviter.displayName })}>
          {(draft) => <Forward actor={actor} invitation={invitation} sendsMail={sendsMail} draft={draft} />}
        </MessageKit>
      </>
    )
  }
  return (
    <Card title={t('invitations.message')}>
      <Stack gap={5}>{!mayRead.allowed ? <ReasonOnce refusal={mayRead} /> : <NotYet compact query={query} lines={6} />}</Stack>
    </Card>
  )
}

/** Forwards it or records a forward, each a row of its own. */
function Forward({ actor, invitation, sendsMail, draft }: Props & { draft: MessageDraft }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const forward = useAction('invitations', (sent: { email: string } & Partial<EditedMail>, key) =>
    draft.sending(forwardInvitation(invitation, key, sent)))
  const verdict = canForwardInvitation(actor, invitation, new Date(useNow()))
  const hint = sendsMail ? t('kit.send.hint') : `${t('kit.no_mail')} ${t('kit.no_mail.record')}`
  return (
    <MailForm title={t('invitations.forward.title')} hint={hint} icon="forward"
      button={t(sendsMail ? 'invitations.forward.title' : 'invitations.forward')} email={invitation.customer?.email ?? ''}
      verdict={verdict.allowed && sendsMail ? draft.verdict : verdict} pending={forward.isRunning}
      complaint={draft.complaints['/email']}
      onSend={async (email) => {
        const forwarded = await forward.run({ email, ...(sendsMail && draft.mail) })
        if (!forwarded) return false
        // The next forward is for the new version.
        queries.setQueryData(invitationQueries.one(invitation.id).queryKey, (known) => known && { ...known, ...forwarded })
        showToast(t(sendsMail ? 'kit.send.queued' : 'invitations.forward.done'))
        return true
      }} />
  )
}
