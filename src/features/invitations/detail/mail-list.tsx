import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import { mailReasons, type MailState } from '../../../../domain/mail/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Badge, type Tone } from '../../../ui/marks/badge.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import type { IconName } from '../../../ui/marks/icon.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'

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

/** An invitation's mails with their states, newest first. */
export function MailList({ mails, sendsMail }: Pick<InvitationDetail, 'mails'> & { sendsMail: boolean }) {
  const { t } = useWords()
  if (mails.length === 0 && !sendsMail) return null
  return (
    <Card title={t('mail-states.title')}>
      {mails.length === 0 ? <Text tone="muted">{t('mail-states.none')}</Text> : (
        <Stack as="ul" gap={4}>
          {mails.toReversed().map((mail) => <MailRow key={mail.id} mail={mail} />)}
        </Stack>
      )}
    </Card>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const { t } = useWords()
  const { kind, to, state, at, attempts, response } = mail
  const shown: Shown = state === 'queued' && attempts > 0 ? 'again' : state
  const reason = mailReasons.find((each) => each === response)
  return (
    <Stack as="li" gap={1}>
      <Row gap={2} align="center">
        <Text as="span" text="strong">{t(`mail-states.kind.${kind}`)}</Text>
        <Badge {...looks[shown]}>{t(`mail-states.${shown}`)}</Badge>
      </Row>
      <Text as="span" breaks><bdi>{to}</bdi></Text>
      <Text as="span" tone="muted">
        <RelativeTime at={at} within={(when) => (state === 'queued' ? t('mail-states.due', { when }) : when)} />
        {attempts > 1 && <span>{`\u00a0· ${t('mail-states.attempts', { count: attempts })}`}</span>}
      </Text>
      {reason && <Text tone="muted" text="caption" breaks>{t(`mail-states.said.${reason}`)}</Text>}
      {response !== null && !reason && <Text tone="muted" text="caption" breaks>{t('mail-states.server_said', { answer: response })}</Text>}
      {state === 'uncertain' && <Text tone="muted" text="caption" breaks>{t('mail-states.uncertain.hint')}</Text>}
    </Stack>
  )
}
