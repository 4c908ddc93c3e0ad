import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { customerName } from '../../features/invitations/new/for-whom.ts'
import { type Shown, useShowLink } from '../../features/invitations/made/use-show-link.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'

type Props = {
  actor: Actor
  invitation: Invitation
  isForReseller: boolean
  /** Why the portal does not mail it. */
  refusal: Refusal
  onLink: (shown: Shown) => void
}

/** Reminding without the portal's mail: the message with the link for the customer, a note with the page's address for the reseller. */
export function ReminderByHand({ actor, invitation, isForReseller, refusal, onLink }: Props) {
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
