import type { ResellerInviteWithLink } from '../../../domain/joining/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { MessageToSend } from './message-to-send.tsx'

/** The message with the link, for the provider to send (BR-49). */
export function InviteMessage({ invite: { displayName: reseller, link, overAt }, provider }: {
  invite: ResellerInviteWithLink
  provider: string
}) {
  const { t, formatDeadline } = useWords()
  const message = t('partnerships.invite.message', { provider, reseller, link })
  const subject = t('partnerships.invite.subject', { provider })
  return (
    <Stack as="section" box="surface-sunken" pad={4} gap={3} className="framed">
      <h3>{t('partnerships.invite.made', { reseller })}</h3>
      <p>{t('partnerships.invite.send', { date: formatDeadline(overAt) })}</p>
      <MessageToSend subject={subject} message={message} />
    </Stack>
  )
}
