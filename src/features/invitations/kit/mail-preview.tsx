import { useQuery } from '@tanstack/react-query'
import { useId, useLayoutEffect, useRef } from 'react'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { previewHtml, typedMail } from '../../../../domain/mail/html.ts'
import type { Sender } from '../../../../domain/mail/sender.ts'
import { reading } from '../../../api/reading.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import styles from './mail-preview.module.css'

type Props = {
  message: Pick<InvitationMessage, 'subject' | 'text' | 'link' | 'button' | 'language'>
  /** Without a person, answers have no address yet. */
  sender: Pick<Sender, 'name'> & Partial<Sender>
  to: string | undefined
  /** Whether the portal sends it, with the sender's logo. */
  sendsMail: boolean
  /** The heading's level. */
  level?: 2 | 3
}

/** The mail as it is sent, in the customer's language, while it is being written. */
export function MailPreview({ message, sender, to, sendsMail, level = 3 }: Props) {
  const { data: own } = useQuery({ ...reading(['organizations', 'domains'], '/organization/domains'), enabled: sendsMail })
  const { t } = useWords()
  const id = useId()
  const Heading: `h${typeof level}` = `h${level}`
  const head = [
    [t('kit.preview.from'), sender.name],
    [t('kit.preview.reply_to'), sender.replyTo],
    [t('kit.preview.to'), to ?? t('kit.preview.to_open')],
    [t('kit.subject'), <span key="subject" lang={message.language} className={styles.subject}>{message.subject}</span>],
  ] as const
  return (
    <Stack as="section" gap={2} aria-labelledby={id}>
      <Text as={Heading} id={id} text="strong">{t('invitations.new.preview')}</Text>
      <Box card className={styles.mail}>
        <Stack as="dl" gap={1} ruled="after" className={styles.head}>
          {head.filter(([, value]) => value !== undefined).map(([name, value]) => (
            <Columns key={name} of="minmax(72px, max-content) minmax(0, 1fr)" gap={3}>
              <Text as="dt" tone="muted">{name}</Text><Text as="dd" breaks>{value}</Text>
            </Columns>
          ))}
        </Stack>
        <MailPage title={t('invitations.new.preview')} mail={typedMail({ ...message, logo: own?.standing.logo })} />
      </Box>
    </Stack>
  )
}

type Rules = { createHTML: (html: string) => string }
declare global {
  /** In browsers that know Trusted Types; what a policy makes is a string as far as these types say. */
  var trustedTypes: { createPolicy: (name: string, rules: Rules) => Rules } | undefined
}

/** The one place where text becomes HTML: the portal's CSP names this policy, and no other. What people wrote is escaped in it. */
const rules: Rules = { createHTML: previewHtml }
const policy = globalThis.trustedTypes?.createPolicy('mail-preview', rules) ?? rules

function MailPage({ title, mail }: { title: string; mail: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useLayoutEffect(() => {
    if (!frame.current) return
    frame.current.srcdoc = policy.createHTML(mail)
  }, [mail])
  useLayoutEffect(() => (frame.current ? asHighAsItsPage(frame.current) : undefined), [])
  return <iframe ref={frame} className={styles.body} title={title} sandbox="allow-same-origin" tabIndex={-1} />
}

/** Nothing in the frame runs or leads anywhere; it is of the portal's own origin so that its page can be measured (decision 26). */
function asHighAsItsPage(frame: HTMLIFrameElement) {
  const observer = new ResizeObserver(([page]) => {
    if (page) frame.style.blockSize = `${Math.ceil(page.target.getBoundingClientRect().height)}px`
  })
  frame.addEventListener('load', () => {
    observer.disconnect()
    if (frame.contentDocument) observer.observe(frame.contentDocument.documentElement)
  })
  return () => observer.disconnect()
}
