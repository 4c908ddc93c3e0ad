import { canRemind, reminderAddress } from '../../../domain/invitations/reminders.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { settledStates } from '../../../domain/invitations/states.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { remindInvitation } from '../../features/invitations/invitation-queries.ts'
import type { Shown } from '../../features/invitations/made/use-show-link.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { ReminderByHand } from './reminder-by-hand.tsx'

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
