import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import barStyles from '../../ui/answer-bar.module.css'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { AsideHeading, type AsideProps } from './aside-heading.tsx'
import asideStyles from './aside.module.css'
import { askPartner, questionInputs } from './aside-requests.ts'
import { useAside } from './use-aside.ts'

const longestQuestion = 2000

/** Asks the partner back; the invitation stays as open as it was. */
export function QuestionForm({ token, acceptance, drafts, onType, onBack, onBarred }: AsideProps) {
  const { t } = useWords()
  const text = drafts.question
  const [isMissing, setMissing] = useState(false)
  const { submit, isSending, done, complaints, mended } =
    useAside(questionInputs, (question: string, key) => askPartner(token, question, key), onBarred, () => onType({ question: '' }))
  const inviter = acceptance.inviter.displayName
  if (done) {
    return (
      <section className={asideStyles.aside}>
        <AsideHeading>{t('acceptance.question.done', { inviter })}</AsideHeading>
        <blockquote className={asideStyles.text}>{done.text}</blockquote>
        <p>{t('acceptance.question.done.body', { inviter })}</p>
        <div className={barStyles.buttons}>
          <Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
        </div>
      </section>
    )
  }
  const error = isMissing && !text.trim() ? t('acceptance.question.required') : complaints['/text']
  return (
    <Form className={asideStyles.aside} onSubmit={() => {
      setMissing(!text.trim())
      return text.trim() ? submit(text.trim()) : undefined
    }}>
      <AsideHeading>{t('acceptance.question.title', { inviter })}</AsideHeading>
      <p>{t('acceptance.question.body', { inviter })}</p>
      <TextArea label={t('acceptance.question.text')} rows={4} maxLength={longestQuestion} required value={text} error={error}
        onChange={({ target }) => {
          onType({ question: target.value })
          mended('/text')
        }} />
      <div className={barStyles.buttons}>
        <Button type="submit" variant="accent" size="large" icon="send" pending={isSending}>
          {t(isSending ? 'acceptance.question.submitting' : 'acceptance.question.submit')}
        </Button>
        <Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
      </div>
    </Form>
  )
}
