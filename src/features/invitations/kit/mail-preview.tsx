import { useId } from 'react'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { mailBlocks } from '../../../../domain/mail/blocks.ts'
import type { Sender } from '../../../../domain/mail/sender.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import styles from './mail-preview.module.css'

type Props = {
  message: Pick<InvitationMessage, 'subject' | 'text' | 'link' | 'button' | 'language'>
  /** Without a person, answers have no address yet. */
  sender: Pick<Sender, 'name'> & Partial<Sender>
  to: string | undefined
  /** The heading's level. */
  level?: 2 | 3
}

/** Previews the mail in the customer's language. */
export function MailPreview({ message, sender, to, level = 3 }: Props) {
  const { t } = useWords()
  const id = useId()
  const Heading: `h${typeof level}` = `h${level}`
  const { subject, text, link, button, language } = message
  return (
    <Stack as="section" gap={2} aria-labelledby={id}>
      <Text as={Heading} id={id} text="strong">{t('invitations.new.preview')}</Text>
      <Box box="card" className={styles.mail}>
        <Stack as="dl" gap={1} ruled="after" className={styles.head}>
          <Columns of="minmax(72px, max-content) minmax(0, 1fr)" gap={3}>
            <Text as="dt" tone="muted">{t('kit.preview.from')}</Text><Text as="dd" breaks>{sender.name}</Text>
          </Columns>
          {sender.replyTo && (
            <Columns of="minmax(72px, max-content) minmax(0, 1fr)" gap={3}>
              <Text as="dt" tone="muted">{t('kit.preview.reply_to')}</Text><Text as="dd" breaks>{sender.replyTo}</Text>
            </Columns>
          )}
          <Columns of="minmax(72px, max-content) minmax(0, 1fr)" gap={3}>
            <Text as="dt" tone="muted">{t('kit.preview.to')}</Text><Text as="dd" breaks>{to ?? t('kit.preview.to_open')}</Text>
          </Columns>
          <Columns of="minmax(72px, max-content) minmax(0, 1fr)" gap={3}>
            <Text as="dt" tone="muted">{t('kit.subject')}</Text>
            <Text as="dd" breaks lang={language} className={styles.subject}>{subject}</Text>
          </Columns>
        </Stack>
        <Stack gap={4} className={styles.body} lang={language}>
          {mailBlocks(text, link).map((block, index) => block.is === 'text'
            ? <p key={index} className={styles.text}>{block.text}</p>
            : (
              <Stack key={index} gap={2} align="start">
                <span className={styles.button}>{button}</span>
                <Text as="span" text="caption" breaks className={styles.full} translate="no">{link}</Text>
              </Stack>
            ))}
        </Stack>
      </Box>
    </Stack>
  )
}
