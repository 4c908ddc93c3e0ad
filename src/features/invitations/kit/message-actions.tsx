import { lazy, useState } from 'react'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { copiedMail, typedMail } from '../../../../domain/mail/html.ts'
import type { Sender } from '../../../../domain/mail/sender.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { cleanSent, cleanSentLine } from '../../../../domain/words-of-others/sent.ts'
import { presentTime } from '../../../i18n/present-time.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import { copyText } from '../../../ui/actions/copy-text.ts'
import { Icon } from '../../../ui/marks/icon.tsx'
import { downloadFile } from '../../../ui/files/download-text.ts'
import { LatePart } from '../../../ui/waiting/late-part.tsx'
import { Line, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { longestMailto, mailtoOf } from '../made/mailto.ts'
import { emlOf } from './eml.ts'
import styles from './message-kit.module.css'

const QrDialog = lazy(() => import('./qr-dialog.tsx').then(({ QrDialog: default_ }) => ({ default: default_ })))

type Props = {
  message: InvitationMessage
  sender: Sender
  to: string | undefined
  /** Without an extension. */
  fileName: string
  verdict: Verdict
  reasonId: string
  /** The message was copied, or given to a mail program or file. */
  onTaken: () => void
}

/** Everything to do with the message outside the portal; nothing without the link in it. */
export function MessageActions({ message: typed, sender, to, fileName, verdict, reasonId, onTaken }: Props) {
  const { t } = useWords()
  const [showsQr, setShowsQr] = useState(false)
  const message = { ...typed, subject: cleanSentLine(typed.subject), text: cleanSent(typed.text) }
  const blocked = verdict.allowed ? {} : { 'aria-disabled': true as const, 'aria-describedby': reasonId }
  const mailto = mailtoOf(message, to)
  const isTooLong = mailto.length > longestMailto

  const copy = async (isRich: boolean) => {
    try {
      await copyText(message.text, isRich ? copiedMail(message) : undefined)
    } catch {
      showToast(t('ui.copy.failed'), 'caution')
      return
    }
    onTaken()
    showToast(t('ui.copy.done'))
  }
  const download = () => {
    const { language, subject, text } = message
    const eml = emlOf({ sender, language, to, subject, text, html: typedMail(message), at: new Date(presentTime()) })
    downloadFile(`${fileName}.eml`, new Blob([eml], { type: 'message/rfc822' }))
    onTaken()
  }
  return (
    <Stack as="section" gap={3} ruled="before" pad="4 0 0" aria-label={t('kit.actions')}>
      <Row gap={2} align="center">
        <Button icon="copy" {...blocked} onPress={() => void copy(true)}>{t('kit.copy_rich')}</Button>
        <Button icon="copy" {...blocked} onPress={() => void copy(false)}>{t('kit.copy_plain')}</Button>
        {!verdict.allowed ? <Button icon="mail" {...blocked}>{t('invitations.open_in_mail')}</Button>
          : !isTooLong && (
            <Line as="a" inline align="center" pad="0 2" className={styles.mailLink} href={mailto} onClick={onTaken}>
              <Icon name="mail" /><span>{t('invitations.open_in_mail')}</span>
            </Line>
          )}
        <Button icon="download" {...blocked} onPress={download}>{t('kit.eml')}</Button>
        <Button icon="link" onPress={() => setShowsQr(true)}>{t('kit.qr')}</Button>
      </Row>
      <Text tone="muted" text="caption" measure={72}>
        <span>{t('kit.eml.hint')}</span>
        {verdict.allowed && isTooLong && <span>{` ${t('kit.mailto_long')}`}</span>}
      </Text>
      <details className={styles.more}>
        <summary>{t('kit.chat')}</summary>
        <Stack gap={2} before={2} measure="608px" className={styles.chat}>
          <TextArea label={t('kit.chat')} hideLabel readOnly rows={3} value={message.chat} lang={message.language} />
          <div><CopyButton text={message.chat} label={t('kit.chat.copy')} /></div>
        </Stack>
      </details>
      {showsQr && (
        <LatePart onClose={() => setShowsQr(false)}>
          <QrDialog link={message.link} fileName={fileName} onClose={() => setShowsQr(false)} />
        </LatePart>
      )}
    </Stack>
  )
}
