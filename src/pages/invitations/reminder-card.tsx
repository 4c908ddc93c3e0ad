import { canRemind, reminderAddress } from '../../../domain/invitations/reminders.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { settledStates } from '../../../domain/invitations/states.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { remindInvitation } from '../../features/invitations/invitation-queries.ts'
import { type Shown, useShowLink } from '../../features/invitations/made/use-show-link.ts'
import { customerName } from '../../features/invitations/new/for-whom.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'

type Props = { actor: Actor; invitation: Invitation; sendsMail: boolean; onLink: (shown: Shown) => void }

/** Why a due reminder cannot be mailed and goes by hand. */
const byHand = ['invitation.no_mail_here', 'invitation.no_address']

/** Past reminders, the customer's wish, and reminding by mail or by hand while it is open. */
export function ReminderCard({ actor, invitation, sendsMail, onLink }: Props) {
  const { t, formatDateTime, formatMoment } = useWords()
  const now = useNow()
  const action = useAction('invitations', remindInvitation)
  const verdict = canRemind(actor, invitation, { now: new Date(now), sendsMail })
  const { remindedAt, remindersStoppedAt, reseller, turn } = invitation
  const isForReseller = turn === 'reseller' && reseller !== null && reseller.id !== actor.organization.id
  const address = isForReseller ? null : reminderAddress(invitation)

  const onRemind = async () => {
    if (await action.run({ id: invitation.id, etag: invitation.etag })) showToast(t('reminders.send.done'))
  }
  return (
    <Card title={t('reminders.title')}>
      <Stack gap={3} align="start">
        {remindersStoppedAt && <p>{t('reminders.stopped', { date: formatDateTime(remindersStoppedAt) })}</p>}
        <Text tone="muted" breaks>
          <span>{remindedAt ? t('reminders.last', { date: formatMoment(remindedAt, now) }) : t('reminders.none')}</span>
          {verdict.allowed && address !== null && <span>{` ${t('reminders.to', { address })}`}</span>}
          {verdict.allowed && isForReseller && <span>{` ${t('reminders.to.reseller', { reseller: reseller.displayName })}`}</span>}
        </Text>
        {settledStates.includes(invitation.state) ? null : !verdict.allowed && byHand.includes(verdict.code)
          ? <ReminderByHand actor={actor} invitation={invitation} isForReseller={isForReseller} refusal={verdict} onLink={onLink} />
          : (
            <ActionButton icon="clock" verdict={verdict} pending={action.isRunning} onPress={() => void onRemind()}>
              {isForReseller ? t('reminders.send.reseller', { reseller: reseller.displayName }) : t('reminders.send')}
            </ActionButton>
          )}
      </Stack>
    </Card>
  )
}

/** `refusal`: why the portal does not mail it. */
type ByHandProps = Omit<Props, 'sendsMail'> & { isForReseller: boolean; refusal: Refusal }

/** Reminding without the portal's mail: the message with the link for the customer, a note with the page's address for the reseller. */
function ReminderByHand({ actor, invitation, isForReseller, refusal, onLink }: ByHandProps) {
  const { t, formatDeadline } = useWords()
  const link = useShowLink(actor, invitation, onLink)
  const isMaker = invitation.inviter.id === actor.organization.id
  const { reseller, expiresAt, inviter } = invitation
  const note = t('reminders.by_hand.note', {
    inviter: inviter.displayName, customer: customerName(invitation) ?? t('invitations.turn.customer'), date: formatDeadline(expiresAt),
  })
  return (
    <>
      <Reason refusal={refusal} />
      {isForReseller ? (
        <>
          <p>{t('reminders.by_hand.reseller', { reseller: reseller?.displayName ?? '' })}</p>
          <div><CopyButton text={`${note}\n${location.href}`} label={t('reminders.by_hand.copy')} /></div>
        </>
      ) : isMaker ? (
        <>
          <p>{t('reminders.by_hand.customer')}</p>
          <div>
            <ActionButton icon="link" verdict={link.verdict} pending={link.isRunning} onPress={link.ask}>
              {t('reminders.by_hand')}
            </ActionButton>
          </div>
        </>
      ) : <p>{t('reminders.by_hand.carrier')}</p>}
    </>
  )
}
