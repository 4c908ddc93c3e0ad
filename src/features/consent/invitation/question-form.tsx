import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import styles from '../answer.module.css'
import { AsideForm, AsideText } from '../aside-form.tsx'
import { askPartner, questionInputs } from './answer-requests.ts'
import type { AsideProps } from './drafts.ts'
import { useAside } from './use-aside.ts'

const longestQuestion = 2000

/** Asks the partner a question; the invitation stays open. */
export function QuestionForm({ token, acceptance, drafts, onType, onBack, onBarred }: AsideProps) {
  const { t } = useWords()
  const text = drafts.question
  const [isMissing, setMissing] = useState(false)
  const { submit, isSending, done, complaints, type } =
    useAside(questionInputs, (question: string, key) => askPartner(token, question, key), { onType, onBarred }, { question: '' })
  const inviter = acceptance.inviter.displayName
  if (done) {
    return (
      <AsideText title={t('acceptance.question.done', { inviter })} back={t('acceptance.decline.back')} onBack={onBack}>
        <blockquote className={styles.text}>{done.text}</blockquote>
        <p>{t('acceptance.question.done.body', { inviter })}</p>
      </AsideText>
    )
  }
  const error = isMissing && !text.trim() ? t('acceptance.question.required') : complaints['/text']
  return (
    <AsideForm title={t('acceptance.question.title', { inviter })} body={t('acceptance.question.body', { inviter })} onBack={onBack}
      onSubmit={() => {
        setMissing(!text.trim())
        return text.trim() ? submit(text.trim()) : undefined
      }}
      buttons={
        <Button type="submit" variant="accent" size="large" icon="send" pending={isSending}>
          {t(isSending ? 'acceptance.question.submitting' : 'acceptance.question.submit')}
        </Button>
      }>
      <TextArea label={t('acceptance.question.text')} rows={4} maxLength={longestQuestion} required value={text} error={error}
        onChange={({ target }) => type('/text', { question: target.value })} />
    </AsideForm>
  )
}
