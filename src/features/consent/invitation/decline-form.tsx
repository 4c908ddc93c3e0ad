import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { AsideForm } from '../aside-form.tsx'

const longestReason = 2000

type Props = {
  inviter: string
  /** The reseller that carried the invitation, and also reads its answer. */
  reseller: string | undefined
  /** True while sending and once accepted. */
  isSending: boolean
  /** The server's complaint about the reason. */
  complaint: string | undefined
  reason: string
  onType: (reason: string) => void
  onDecline: (reason: string) => Promise<unknown>
  onBack: () => void
  onAsk: () => void
}

/** Explains a decline and takes an optional reason. */
export function DeclineForm({ inviter, reseller, isSending, complaint, reason, onType, onDecline, onBack, onAsk }: Props) {
  const { t } = useWords()
  const [sent, setSent] = useState<string>()
  return (
    <AsideForm title={t('acceptance.decline.title')} onBack={onBack}
      body={reseller ? t('acceptance.decline.body.through', { inviter, reseller }) : t('acceptance.decline.body', { inviter })}
      onSubmit={() => {
        setSent(reason)
        return onDecline(reason)
      }}
      buttons={
        <>
          <Button type="submit" variant="danger" size="large" pending={isSending}>
            {t(isSending ? 'acceptance.declining' : 'acceptance.decline')}
          </Button>
          <Button size="large" onPress={onAsk}>{t('acceptance.ask_partner.instead')}</Button>
        </>
      }>
      <TextArea label={t('acceptance.decline.reason')} rows={3} maxLength={longestReason} value={reason}
        error={reason === sent ? complaint : undefined} onChange={({ target }) => onType(target.value)} />
    </AsideForm>
  )
}
