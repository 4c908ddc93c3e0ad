import { useQuery } from '@tanstack/react-query'
import { canHandOverRequest } from '../../../domain/gdap/message-rules.ts'
import type { GdapRelationshipDetail, GdapSendRequest } from '../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { gdapMessageQueries, sendGdap } from '../../features/gdap/gdap-message-requests.ts'
import { LinkTable } from '../../features/invitations/kit/link-table.tsx'
import { MailForm } from '../../features/invitations/kit/mail-form.tsx'
import { MessageKit } from '../../features/invitations/kit/message-kit.tsx'
import type { MessageDraft } from '../../features/invitations/kit/use-message-draft.ts'
import { LinkBox } from '../../features/invitations/made/link-box.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import styles from './gdap-message.module.css'

type Props = { actor: Actor; relationship: GdapRelationshipDetail; sendsMail: boolean }

/**
 * Hands a waiting request to its customer: both links, the message, and sending or recording it. Only for the requesting partner, while the
 * customer can answer.
 */
export function GdapMessage(props: Props) {
  const { actor, relationship: { partner, status, approvalLink, microsoftLink } } = props
  const { t } = useWords()
  if (partner.id !== actor.organization.id || status !== 'approvalPending') return null
  return (
    <Stack gap={4}>
      <Columns of="minmax(0, 1fr) minmax(0, 1fr)" gap={4} className={styles.links}>
        {([['link', approvalLink], ['microsoft_link', microsoftLink]] as const).map(([which, link]) => link !== null && (
          <LinkBox key={which} label={t(`gdap-message.${which}`)} link={link} hint={t(`gdap-message.${which}.hint`)}>
            <CopyButton text={link} label={t(`gdap-message.${which}.copy`)} />
          </LinkBox>
        ))}
      </Columns>
      <LinkTable of="gdap" />
      <Message {...props} />
    </Stack>
  )
}

function Message(props: Props) {
  const { actor, relationship: { id, microsoftLink } } = props
  const { t } = useWords()
  const verdict = canHandOverRequest(actor, props.relationship)
  const { data: message, ...query } = useQuery({ ...gdapMessageQueries.message(id), enabled: verdict.allowed })
  const title = t('gdap-message.title')
  if (!verdict.allowed || !message) {
    return (
      <Card title={title}>
        {!verdict.allowed
          ? <ActionButton icon="send" verdict={verdict}>{t(props.sendsMail ? 'kit.send' : 'gdap-message.record')}</ActionButton>
          : <NotYet compact query={query} lines={8} />}
      </Card>
    )
  }
  return (
    <MessageKit title={title} actor={actor} sendsMail={props.sendsMail} to={undefined} message={message} hint={t('gdap-message.hint')}
      fileName="admin-rights-request" besides={microsoftLink === null ? [] : [microsoftLink]}
      messageIn={(language) => gdapMessageQueries.message(id, language)}>
      {(draft) => <Send {...props} draft={draft} />}
    </MessageKit>
  )
}

/** Sends it or records a sending, each a row of its own. */
function Send({ actor, relationship, sendsMail, draft }: Props & { draft: MessageDraft }) {
  const { t } = useWords()
  const send = useAction('delegated-admin', (sent: GdapSendRequest, key) => draft.sending(sendGdap(relationship, sent, key)))
  const verdict = canHandOverRequest(actor, relationship)
  return (
    <MailForm title={t(sendsMail ? 'gdap-message.send' : 'gdap-message.record.title')}
      hint={sendsMail ? t('kit.send.hint') : `${t('kit.no_mail')} ${t('kit.no_mail.record')}`}
      icon="send" button={t(sendsMail ? 'kit.send' : 'gdap-message.record')} email=""
      verdict={verdict.allowed && sendsMail ? draft.verdict : verdict} pending={send.isRunning}
      complaint={draft.complaints['/email']}
      onSend={async (email) => {
        if (!(await send.run({ email, ...(sendsMail && draft.mail) }))) return false
        showToast(t(sendsMail ? 'kit.send.queued' : 'gdap-message.recorded'))
        return true
      }} />
  )
}
