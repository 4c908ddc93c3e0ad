import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import barStyles from '../../ui/answer-bar.module.css'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './answer.module.css'

const longestReason = 2000

type Props = {
  inviter: string
  /** Who carried the invitation, and reads its answer, too. */
  reseller: string | undefined
  /** It is under way, or was taken. */
  isSending: boolean
  /** What the server says of the reason that was sent. */
  complaint: string | undefined
  reason: string
  onType: (reason: string) => void
  onDecline: (reason: string) => Promise<unknown>
  onBack: () => void
  onAsk: () => void
}

/** Says what a no does and does not do, and takes the reason, which may be left out. */
export function DeclineForm({ inviter, reseller, isSending, complaint, reason, onType, onDecline, onBack, onAsk }: Props) {
  const { t } = useWords()
  const [sent, setSent] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    // From its heading on, so that the reason and both ways stand in sight.
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <Form className={styles.decline} onSubmit={() => {
      setSent(reason)
      return onDecline(reason)
    }}>
      <h2 ref={heading} tabIndex={-1}>{t('acceptance.decline.title')}</h2>
      <p>{reseller ? t('acceptance.decline.body.through', { inviter, reseller }) : t('acceptance.decline.body', { inviter })}</p>
      <TextArea label={t('acceptance.decline.reason')} rows={3} maxLength={longestReason} value={reason}
        error={reason === sent ? complaint : undefined} onChange={({ target }) => onType(target.value)} />
      <div className={barStyles.buttons}>
        <Button type="submit" variant="danger" size="large" pending={isSending}>
          {t(isSending ? 'acceptance.declining' : 'acceptance.decline')}
        </Button>
        <Button size="large" onPress={onAsk}>{t('acceptance.ask_partner.instead')}</Button>
        <Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
      </div>
    </Form>
  )
}
