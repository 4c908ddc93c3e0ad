import { useId } from 'react'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { Turn } from '../../../domain/invitations/states.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { customerName } from './for-whom.ts'
import styles from './turn-strip.module.css'
import { lapsesAt, situationOf, stepsOf, turnWord } from './whose-turn.ts'

type Props = { invitation: Invitation; viewer: Parameters<typeof turnWord>[1] }

/** Whose turn it is: the steps with the present holder filled, since when, and what happens by itself next. */
export function TurnStrip({ invitation, viewer }: Props) {
  const { t, formatDate, formatRelative } = useWords()
  const id = useId()
  const names: Record<Turn, string | undefined> = {
    provider: invitation.inviter.displayName,
    reseller: invitation.reseller?.displayName,
    customer: invitation.acceptedBy?.displayName ?? customerName(invitation),
    done: undefined,
  }
  const lapses = lapsesAt(invitation)
  const customer = invitation.acceptedBy?.displayName ?? names.customer ?? t('invitations.turn.customer')
  return (
    <section className={styles.strip} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">{t('invitations.strip')}</h2>
      <ol className={styles.steps}>
        {stepsOf(invitation).map(({ turn, position }) => (
          <li key={turn} className={`${styles.step} ${styles[position]}`} aria-current={position === 'current' ? 'step' : undefined}>
            <span className={styles.tile} aria-hidden="true">
              {position === 'passed' && <Icon name="check" />}
              {position === 'ended' && <Icon name="close" />}
              {position === 'current' && turn === 'done' && <Icon name={invitation.state === 'accepted' ? 'check' : 'close'} />}
            </span>
            <span className={styles.words}>
              <strong>
                {t(turn === 'done' && position === 'current' ? `invitations.state.${invitation.state}` : turnWord(turn, viewer))}
              </strong>
              {names[turn] && <bdi>{names[turn]}</bdi>}
            </span>
            <span className="visually-hidden">
              {t(`invitations.strip.${position === 'ended' ? 'passed' : position}`)}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.situation}>
        <p className={styles.now}>{t(situationOf(invitation), { reseller: names.reseller ?? '', customer })}</p>
        <p>
          <time dateTime={invitation.since}>
            {t('invitations.strip.since', { date: formatDate(invitation.since), relative: formatRelative(invitation.since) })}
          </time>
        </p>
        <p>
          {lapses
            ? <time dateTime={lapses}>{t('invitations.strip.next', { date: formatDate(lapses), relative: formatRelative(lapses) })}</time>
            : t('invitations.strip.nothing_next')}
        </p>
      </div>
    </section>
  )
}
