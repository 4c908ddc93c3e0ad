import { useId } from 'react'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { mailBlocks } from '../../../../domain/mail/blocks.ts'
import type { Sender } from '../../../../domain/mail/sender.ts'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './mail-preview.module.css'

type Props = {
  message: Pick<InvitationMessage, 'subject' | 'text' | 'link' | 'button' | 'language'>
  /** Without a person there is nobody yet to whom answers go. */
  sender: Pick<Sender, 'name'> & Partial<Sender>
  to: string | undefined
  /** Of its heading, where it stands. */
  level?: 2 | 3
}

/** The mail as the customer will see it, in the customer's language, while it is being written. */
export function MailPreview({ message, sender, to, level = 3 }: Props) {
  const { t } = useWords()
  const id = useId()
  const Heading: `h${typeof level}` = `h${level}`
  const { subject, text, link, button, language } = message
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <Heading id={id} className={styles.name}>{t('invitations.new.preview')}</Heading>
      <div className={styles.mail}>
        <dl className={styles.head}>
          <div><dt>{t('kit.preview.from')}</dt><dd>{sender.name}</dd></div>
          {sender.replyTo && <div><dt>{t('kit.preview.reply_to')}</dt><dd>{sender.replyTo}</dd></div>}
          <div><dt>{t('kit.preview.to')}</dt><dd>{to ?? t('kit.preview.to_open')}</dd></div>
          <div><dt>{t('kit.subject')}</dt><dd lang={language} className={styles.subject}>{subject}</dd></div>
        </dl>
        <div className={styles.body} lang={language}>
          {mailBlocks(text, link).map((block, index) => block.is === 'text'
            ? <p key={index} className={styles.text}>{block.text}</p>
            : (
              <div key={index} className={styles.link}>
                <span className={styles.button}>{button}</span>
                <span className={styles.full} translate="no">{link}</span>
              </div>
            ))}
        </div>
      </div>
    </section>
  )
}
