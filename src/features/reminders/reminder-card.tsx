import { canRemind, reminderAddress } from '../../../domain/invitations/reminders.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Card } from '../../ui/card.tsx'
import { showToast } from '../../ui/toast.ts'
import { useAction } from '../../ui/use-action.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './reminder-card.module.css'
import { remindCustomer } from './reminder-requests.ts'

type Props = { actor: Actor; invitation: Invitation; sendsMail: boolean }

/** Whether the customer was reminded, whether it wants that, and the button that does it once more by hand. */
export function ReminderCard({ actor, invitation, sendsMail }: Props) {
  const { t, formatDateTime, formatRelative } = useWords()
  const remind = useAction('invitations', remindCustomer)
  const verdict = canRemind(actor, invitation, { now: new Date(useNow()), sendsMail })
  const { remindedAt, remindersStoppedAt } = invitation
  const address = reminderAddress(invitation)

  const onRemind = async () => {
    if (await remind.run({ id: invitation.id, etag: invitation.etag })) showToast(t('reminders.send.done'))
  }
  return (
    <Card title={t('reminders.title')}>
      <div className={styles.card}>
        {remindersStoppedAt && <p>{t('reminders.stopped', { date: formatDateTime(remindersStoppedAt) })}</p>}
        <p className={styles.facts}>
          {remindedAt
            ? t('reminders.last', { date: formatDateTime(remindedAt), relative: formatRelative(remindedAt) })
            : t('reminders.none')}
          {verdict.allowed && address !== null && <> {t('reminders.to', { address })}</>}
        </p>
        <ActionButton icon="clock" verdict={verdict} pending={remind.isRunning} onPress={() => void onRemind()}>
          {t('reminders.send')}
        </ActionButton>
      </div>
    </Card>
  )
}
