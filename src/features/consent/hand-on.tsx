import { asciiAddress } from '../../../domain/words-of-others/ascii-domain.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line, Row } from '../../ui/looks/layout.tsx'
import styles from './answer.module.css'
import frameStyles from './consent-frame.module.css'

type Props = {
  /** The copied text, and its button's label. */
  text: string
  label: string
  mail: { to?: string; subject: string; body: string }
}

/** Lets the reader pass a text on: copied, or by their own mail. */
export function HandOn({ text, label, mail: { to = '', subject, body } }: Props) {
  const { t } = useWords()
  const address = encodeURIComponent(asciiAddress(to)).replaceAll('%40', '@')
  const lines = encodeURIComponent(body.replaceAll('\n', '\r\n'))
  return (
    <Row gap={3} align="center" className={frameStyles.buttons}>
      <CopyButton text={text} label={label} variant="accent" />
      <Line as="a" href={`mailto:${address}?subject=${encodeURIComponent(subject)}&body=${lines}`} inline gap={2} align="center" pad="0 2"
        className={styles.mail}>
        <Icon name="mail" /><span>{t('acceptance.hand_over.open')}</span>
      </Line>
    </Row>
  )
}
