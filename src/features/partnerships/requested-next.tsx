import type { RequestedPartnership } from '../../../domain/partnerships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { Line, Row, Stack } from '../../ui/looks/layout.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import styles from './partnerships.module.css'

type Props = { partnership: RequestedPartnership; provider: string }

/** The next steps after a request, since nobody gets a mail (BR-49, BR-50). */
export function RequestedNext({ partnership: { reseller, warning, agreementSigned }, provider }: Props) {
  const { t } = useWords()
  const name = reseller.displayName
  const message = t('partnerships.requested.message', { reseller: name, provider, link: `${location.origin}/partnerships` })
  const subject = t('partnerships.requested.subject', { provider })
  return (
    <Stack as="section" pad={4} gap={3} className={styles.next}>
      <h3>{t('partnerships.requested.title', { reseller: name })}</h3>
      {warning && (
        <Noted icon="caution" mark="caution">
          <span>{t(`partnerships.requested.warning.${warning}`, { reseller: name })}</span> <RuleLink rule="BR-54a" />
        </Noted>
      )}
      <Stack as="ol" gap={1} list="decimal">
        <li>{t('partnerships.requested.tell', { reseller: name })}</li>
        {!agreementSigned && <li>{t('partnerships.requested.sign', { reseller: name })}</li>}
        <li>{t('partnerships.requested.authorize', { reseller: name })}</li>
        <li>{t('partnerships.requested.then')}</li>
      </Stack>
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
