import { useEffect, useId, useRef } from 'react'
import { keepsLink } from '../../../../domain/invitations/message-rules.ts'
import { longest } from '../../../../domain/words-of-others/lengths.ts'
import { locales } from '../../../../domain/session/locales.ts'
import { languageNames, useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Row, Stack } from '../../../ui/looks/layout.tsx'
import { Reason } from '../../../ui/actions/reason.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import styles from './message-kit.module.css'
import type { MessageDraft } from './use-message-draft.ts'

type Props = { draft: MessageDraft; reasonId: string }

/** Language, subject and text; without the link in the text, the reason and the remedy. */
export function MessageForm({ draft, reasonId }: Props) {
  const { t } = useWords()
  const id = useId()
  const subject = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const { language, message, failure, verdict, complaints } = draft
  const wrong = complaints['/subject'] ? subject : complaints['/text'] ? text : undefined
  useEffect(() => wrong?.current?.focus(), [wrong])
  return (
    <Stack gap={4}>
      <Select label={t('kit.language')} value={language} error={complaints['/language']}
        description={draft.isChanged && t('kit.language.each')}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ target }) => draft.setLanguage(locales.find((each) => each === target.value) ?? language)} />
      {message ? (
        <>
          <TextField ref={subject} label={t('kit.subject')} value={message.subject} lang={language} maxLength={longest.subject}
            error={complaints['/subject']} onChange={({ target }) => draft.setSubject(target.value)} />
          <div className={styles.text}>
            <TextArea id={id} ref={text} label={t('kit.text')} value={message.text} lang={language} maxLength={longest.message} rows={14}
              error={complaints['/text']} aria-describedby={verdict.allowed ? undefined : reasonId}
              onChange={({ target }) => draft.setText(target.value)} />
          </div>
          <Row gap={2} align="center" className={styles.mend}>
            <div role="alert">{!verdict.allowed && <Reason id={reasonId} refusal={verdict} />}</div>
            {!keepsLink(message.text, message.link).allowed && (
              <Button icon="link" onPress={() => {
                draft.putBack()
                text.current?.focus()
              }}>
                {t('kit.put_back')}
              </Button>
            )}
            {draft.isChanged && <Button variant="subtle" icon="refresh" onPress={draft.undo}>{t('kit.undo')}</Button>}
          </Row>
        </>
      ) : failure ? <ErrorState compact error={failure} retrying={draft.isRetrying} onRetry={draft.retry} />
        : <SkeletonLines lines={12} />}
    </Stack>
  )
}
