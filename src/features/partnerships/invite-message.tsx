import type { ResellerInviteWithLink } from '../../../domain/joining/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Line, Row, Stack } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import styles from './partnerships.module.css'

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
      <p className={styles.message}>{message}</p>
      <Row gap={2} align="center">
        <CopyButton text={message} label={t('partnerships.requested.copy')} />
        <Line as="a" inline align="center" pad="0 2" className={styles.mail}
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(message)}`}>
          <Icon name="mail" /><span>{t('partnerships.requested.mail')}</span>
        </Line>
      </Row>
    </Stack>
  )
}
