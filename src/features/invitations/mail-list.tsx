import type { InvitationDetail } from '../../../domain/invitations/schemas.ts'
import { mailReasons, type MailState } from '../../../domain/mail/states.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import styles from './mail-list.module.css'

type Mail = InvitationDetail['mails'][number]
type Shown = MailState | 'again'

const looks: Record<Shown, { tone: Tone; icon: IconName }> = {
  queued: { tone: 'waiting', icon: 'clock' },
  again: { tone: 'caution', icon: 'refresh' },
  sending: { tone: 'info', icon: 'send' },
  sent: { tone: 'success', icon: 'success' },
  refused: { tone: 'danger', icon: 'refused' },
  uncertain: { tone: 'caution', icon: 'caution' },
}

/** The mails of an invitation and what became of each, newest first. Absent where there are none and none can be. */
export function MailList({ mails, sendsMail }: Pick<InvitationDetail, 'mails'> & { sendsMail: boolean }) {
  const { t } = useWords()
  if (mails.length === 0 && !sendsMail) return null
  return (
    <Card title={t('mail-states.title')}>
      {mails.length === 0 ? <p className={styles.muted}>{t('mail-states.none')}</p> : (
        <ul className={styles.mails}>
          {mails.toReversed().map((mail) => <MailRow key={mail.id} mail={mail} />)}
        </ul>
      )}
    </Card>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const { t } = useWords()
  const { kind, to, state, at, attempts, said } = mail
  const shown: Shown = state === 'queued' && attempts > 0 ? 'again' : state
  const reason = mailReasons.find((each) => each === said)
  return (
    <li className={styles.mail}>
      <div className={styles.head}>
        <span className={styles.kind}>{t(`mail-states.kind.${kind}`)}</span>
        <Badge {...looks[shown]}>{t(`mail-states.${shown}`)}</Badge>
      </div>
      <span className={styles.to}><bdi>{to}</bdi></span>
      <span className={styles.muted}>
        <RelativeTime at={at} within={(when) => (state === 'queued' ? t('mail-states.due', { when }) : when)} />
        {attempts > 1 && <span>{`\u00a0· ${t('mail-states.attempts', { count: attempts })}`}</span>}
      </span>
      {reason && <p className={styles.said}>{t(`mail-states.said.${reason}`)}</p>}
      {said !== null && !reason && <p className={styles.said}>{t('mail-states.server_said', { answer: said })}</p>}
      {state === 'uncertain' && <p className={styles.said}>{t('mail-states.uncertain.hint')}</p>}
    </li>
  )
}
