import { useState } from 'react'
import { canSendInvitation } from '../../../../domain/invitations/rules.ts'
import type { Invitation, InvitationWithLink } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { invitationQueries, sendInvitation } from '../invitation-queries.ts'
import { MailForm } from './mail-form.tsx'
import { MessageKit } from './message-kit.tsx'
import type { EditedMail, MessageDraft } from './use-message-draft.ts'

type Props = {
  actor: Actor
  made: InvitationWithLink
  sendsMail: boolean
  /** Whether sending is recorded here instead of elsewhere on the page. */
  records: boolean
}
type Sent = { row: Invitation; draft: MessageDraft; email?: string } & Partial<EditedMail>

/** The maker's kit, while it has the link, which is shown once. */
export function MakerKit({ actor, made, sendsMail, records }: Props) {
  const { t } = useWords()
  const [invitation, setInvitation] = useState<Invitation>(made)
  const send = useAction('invitations', ({ row, draft, ...mail }: Sent, key) => draft.sending(sendInvitation(row, key, mail)))
  const verdict = canSendInvitation(actor, invitation, new Date(useNow()))
  const run = async (mail: Omit<Sent, 'row'>) => {
    const sent = await send.run({ row: invitation, ...mail })
    if (!sent) return false
    setInvitation(sent)
    showToast(t(sendsMail ? 'kit.send.queued' : 'invitations.send.done'))
    return true
  }
  return (
    <MessageKit title={t('invitations.message')} actor={actor} sendsMail={sendsMail} to={invitation.customer?.email}
      message={made.message} hint={t('kit.hint')} fileName="invitation"
      messageIn={(language) => invitationQueries.textWithLink(made.id, language, made.link)}>
      {(draft) => invitation.delivery === 'via_reseller' ? null : sendsMail ? (
        <MailForm title={t('kit.send')} hint={t('kit.send.hint')} button={t('kit.send')} icon="send"
          email={invitation.customer?.email ?? ''} verdict={draft.verdict.allowed ? verdict : draft.verdict} pending={send.isRunning}
          complaint={draft.complaints['/email']} onSend={(email) => run({ draft, email, ...draft.mail })} />
      ) : (
        <Stack gap={3} ruled="before" pad="4 0 0" measure="608px">
          <p><span>{t('kit.no_mail')}</span>{records && verdict.allowed && <span>{` ${t('kit.no_mail.record')}`}</span>}</p>
          {records && (
            <div>
              <ActionButton icon="send" verdict={verdict} pending={send.isRunning} onPress={() => void run({ draft })}>
                {t('invitations.send')}
              </ActionButton>
            </div>
          )}
        </Stack>
      )}
    </MessageKit>
  )
}
