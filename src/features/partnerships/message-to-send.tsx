import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Line, Row } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import styles from './partnerships.module.css'

/** A message that the provider sends by its own hand (BR-49): to be copied, or taken to a mail program. */
export function MessageToSend({ subject, message }: { subject: string; message: string }) {
  const { t } = useWords()
  return (
    <>
      <p className={styles.message}>{message}</p>
      <Row gap={2} align="center">
        <CopyButton text={message} label={t('partnerships.requested.copy')} />
        <Line as="a" inline align="center" pad="0 2" className={styles.mail}
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(message)}`}>
          <Icon name="mail" /><span>{t('partnerships.requested.mail')}</span>
        </Line>
      </Row>
    </>
  )
}
