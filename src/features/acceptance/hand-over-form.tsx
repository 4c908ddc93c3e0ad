import type { HandedOver } from '../../../domain/invitations/asides/schemas.ts'
import { asciiAddress } from '../../../domain/words-of-others/ascii-domain.ts'
import { longest } from '../../../domain/words-of-others/lengths.ts'
import { useWords } from '../../i18n/use-words.ts'
import barStyles from '../../ui/answer-bar.module.css'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AsideHeading, type AsideProps } from './aside-heading.tsx'
import asideStyles from './aside.module.css'
import { handOver, handOverInputs } from './aside-requests.ts'
import { useAside } from './use-aside.ts'

/** Asks an administrator of the reader's own organisation to answer, and says whom to expect and what happens next. */
export function HandOverForm({ token, acceptance, reader, drafts, onType, onBack, onBarred }: AsideProps) {
  const { t } = useWords()
  const { email, name } = drafts
  const { submit, isSending, done, complaints, mended } =
    useAside(
      handOverInputs, (to: { email: string; name?: string }, key) => handOver(token, to, key), onBarred,
      () => onType({ email: '', name: '' }),
    )
  const tenant = reader.organization.displayName
  if (done) return <Handed {...{ done, tenant, acceptance, onBack }} />
  return (
    <Form className={asideStyles.aside} onSubmit={() => submit({ email: email.trim(), ...(name.trim() && { name: name.trim() }) })}>
      <AsideHeading>{t('acceptance.hand_over.title')}</AsideHeading>
      <p>{t('acceptance.hand_over.body', { tenant })}</p>
      <TextField label={t('acceptance.hand_over.email')} type="email" inputMode="email" autoComplete="email" required maxLength={254}
        value={email} error={complaints['/email']} onChange={({ target }) => {
          onType({ email: target.value })
          mended('/email')
        }} />
      <TextField label={t('acceptance.hand_over.name')} maxLength={longest.addressee} value={name}
        error={complaints['/name']} onChange={({ target }) => {
          onType({ name: target.value })
          mended('/name')
        }} />
      <div className={barStyles.buttons}>
        <Button type="submit" variant="accent" size="large" icon="send" pending={isSending}>
          {t(isSending ? 'acceptance.hand_over.submitting' : 'acceptance.hand_over.submit')}
        </Button>
        <Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
      </div>
    </Form>
  )
}

type HandedProps = Pick<AsideProps, 'acceptance' | 'onBack'> & { done: HandedOver; tenant: string }

function Handed({ done: { email, isMailed, message }, tenant, acceptance, onBack }: HandedProps) {
  const { t, formatDeadline } = useWords()
  const { subject, text, language } = message
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'))
  const address = encodeURIComponent(asciiAddress(email)).replaceAll('%40', '@')
  const mailto = `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${body}`
  return (
    <section className={asideStyles.aside}>
      <AsideHeading>{t('acceptance.hand_over.done')}</AsideHeading>
      <p className={asideStyles.outcome}>
        <Icon name={isMailed ? 'success' : 'info'} size={20} />
        <span>{t(isMailed ? 'acceptance.hand_over.mailed' : 'acceptance.hand_over.by_hand', { email })}</span>
      </p>
      {!isMailed && (
        <>
          <div className={asideStyles.message} lang={language}>
            <p className={asideStyles.subject}>{t('acceptance.hand_over.subject', { subject })}</p>
            <p className={asideStyles.text} translate="no">{text}</p>
          </div>
          <div className={barStyles.buttons}>
            <CopyButton text={text} label={t('acceptance.hand_over.copy')} variant="accent" />
            <a href={mailto} className={asideStyles.mail}><Icon name="mail" /><span>{t('acceptance.hand_over.open')}</span></a>
          </div>
        </>
      )}
      <p>
        {t('acceptance.hand_over.next', {
          email, tenant, inviter: acceptance.inviter.displayName, date: formatDeadline(acceptance.expiresAt),
        })}
      </p>
      <div className={barStyles.buttons}>
        <Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
      </div>
    </section>
  )
}
