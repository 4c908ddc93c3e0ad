import type { HandedOver, HandOverRequest } from '../../../../domain/invitations/asides/schemas.ts'
import { longest } from '../../../../domain/words-of-others/lengths.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Box, Stack } from '../../../ui/looks/layout.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import styles from '../answer.module.css'
import { AsideForm, AsideText } from '../aside-form.tsx'
import { HandOn } from '../hand-on.tsx'
import { Notice } from '../notice.tsx'
import { handOver, handOverInputs } from './answer-requests.ts'
import type { AsideProps } from './drafts.ts'
import { useAside } from './use-aside.ts'

/** Asks an administrator of the reader's own organisation to answer. */
export function HandOverForm({ token, acceptance, reader, drafts, onType, onBack, onBarred }: AsideProps) {
  const { t } = useWords()
  const { email, name } = drafts
  const { submit, isSending, done, complaints, type } = useAside(
    handOverInputs, (to: HandOverRequest, key) => handOver(token, to, key), { onType, onBarred }, { email: '', name: '' },
  )
  const tenant = reader.organization.displayName
  if (done) return <Handed {...{ done, tenant, acceptance, onBack }} />
  return (
    <AsideForm title={t('acceptance.hand_over.title')} body={t('acceptance.hand_over.body', { tenant })} onBack={onBack}
      onSubmit={() => submit({ email: email.trim(), ...(name.trim() && { name: name.trim() }) })}
      buttons={
        <Button type="submit" variant="accent" size="large" icon="send" pending={isSending}>
          {t(isSending ? 'acceptance.hand_over.submitting' : 'acceptance.hand_over.submit')}
        </Button>
      }>
      <TextField label={t('acceptance.hand_over.email')} type="email" inputMode="email" autoComplete="email" required maxLength={254}
        value={email} error={complaints['/email']} onChange={({ target }) => type('/email', { email: target.value })} />
      <TextField label={t('acceptance.hand_over.name')} maxLength={longest.addressee} value={name} error={complaints['/name']}
        onChange={({ target }) => type('/name', { name: target.value })} />
    </AsideForm>
  )
}

type HandedProps = Pick<AsideProps, 'acceptance' | 'onBack'> & { done: HandedOver; tenant: string }

function Handed({ done: { email, isMailed, message: { subject, text, language } }, tenant, acceptance, onBack }: HandedProps) {
  const { t, formatDeadline } = useWords()
  return (
    <AsideText title={t('acceptance.hand_over.done')} back={t('acceptance.decline.back')} onBack={onBack}>
      <Notice icon={isMailed ? 'success' : 'info'}>
        {t(isMailed ? 'acceptance.hand_over.mailed' : 'acceptance.hand_over.by_hand', { email })}
      </Notice>
      {!isMailed && (
        <>
          <Stack gap={2} box="surface-sunken" pad={4} text="body" className="framed" lang={language}>
            <Box as="p" ruled="after" pad="0 0 2" text="strong">{t('acceptance.hand_over.subject', { subject })}</Box>
            <p className={styles.text} translate="no">{text}</p>
          </Stack>
          <HandOn text={text} label={t('acceptance.hand_over.copy')} mail={{ to: email, subject, body: text }} />
        </>
      )}
      <p>
        {t('acceptance.hand_over.next', {
          email, tenant, inviter: acceptance.inviter.displayName, date: formatDeadline(acceptance.expiresAt),
        })}
      </p>
    </AsideText>
  )
}
