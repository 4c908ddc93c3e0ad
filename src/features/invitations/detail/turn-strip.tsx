import { useId } from 'react'
import type { Invitation, InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import type { Turn } from '../../../../domain/invitations/states.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Line, Stack } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import styles from '../../../ui/marks/step-strip.module.css'
import { useNow } from '../../../ui/text/use-now.ts'
import { answererOf, customerName } from '../new/for-whom.ts'
import { situationOf, stagesOf, turnWord } from '../whose-turn.ts'

function nextSentence({ nextEvent, turn }: Invitation) {
  if (nextEvent?.kind !== 'reminder') return 'invitations.strip.next'
  return turn === 'reseller' ? 'invitations.strip.next.reminder_reseller' : 'invitations.strip.next.reminder'
}

type Props = { invitation: InvitationDetail; viewer: Pick<Organization, 'id' | 'kind'> }

/** The stages with the present turn, since when, and what comes by itself. */
export function TurnStrip({ invitation, viewer }: Props) {
  const { t, tOr, formatDateTime, formatMoment } = useWords()
  const id = useId()
  const now = useNow()
  const names: Record<Turn, string | undefined> = {
    provider: invitation.inviter.displayName,
    reseller: invitation.reseller?.displayName,
    customer: invitation.reusable ? undefined : (answererOf(invitation) ?? customerName(invitation)),
    done: undefined,
  }
  const { failure } = invitation.tracking
  const { nextEvent: next, overdueSince } = invitation
  const when = (at: string) => ({ date: formatMoment(at, now) })
  const customer = names.customer ?? t('invitations.turn.customer')
  return (
    <Stack as="section" gap={4} card pad={5} className={styles.strip} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">{t('invitations.strip')}</h2>
      <Line as="ol" className={styles.steps}>
        {stagesOf(invitation).map(({ turn, position }) => (
          <li key={turn} className={`${styles.step} ${styles[position]}`} aria-current={position === 'current' ? 'step' : undefined}>
            <span className={styles.tile} aria-hidden="true">
              {position === 'passed' && <Icon name="check" />}
              {position === 'ended' && <Icon name="close" />}
              {position === 'current' && turn === 'done' && <Icon name={invitation.state === 'accepted' ? 'check' : 'close'} />}
            </span>
            <Stack as="span" tone="muted" breaks className={styles.words}>
              <strong>
                {t(turn === 'done' && position === 'current' ? `invitations.state.${invitation.state}` : turnWord(turn, viewer.kind))}
              </strong>
              {names[turn] && <bdi>{names[turn]}</bdi>}
            </Stack>
            <span className="visually-hidden">{t(`invitations.strip.${position === 'ended' ? 'passed' : position}`)}</span>
          </li>
        ))}
      </Line>
      <Stack gap={1} tone="muted">
        <Line as="p" gap={2} align="start" measure={80} text="lead" className={styles.now}>{t(situationOf(invitation, viewer.id), {
            reseller: names.reseller ?? '', customer, accepted: invitation.acceptedCount, declined: invitation.declinedCount,
          })}</Line>
        {failure && (
          <p className={styles.failure}>
            <span>{`${t('tracking.failed_on', {
              date: formatDateTime(failure.at),
              cause: tOr(`tracking.failure.${failure.code.split('.')[1]}`, t('tracking.failure.other', { code: failure.code })),
            })} `}</span>
            <RuleLink rule={failure.rule} />
          </p>
        )}
        <p><time dateTime={invitation.since}>{t('invitations.strip.since', when(invitation.since))}</time></p>
        {overdueSince && (
          <Line as="p" gap={2} align="center" tone="caution">
            <Icon name="caution" /><span>{t('invitations.strip.overdue', when(overdueSince))}</span>
          </Line>
        )}
        <p>
          {next ? <time dateTime={next.at}>{t(nextSentence(invitation), when(next.at))}</time> : t('invitations.strip.nothing_next')}
        </p>
      </Stack>
    </Stack>
  )
}
