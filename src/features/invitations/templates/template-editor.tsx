import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { longest } from '../../../../domain/words-of-others/lengths.ts'
import { checkTemplateSubject, checkTemplateText, fillTemplate, placeholders } from '../../../../domain/invitations/templates/rules.ts'
import type { MessageTemplate } from '../../../../domain/invitations/templates/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { dayMs } from '../../../../domain/calendar/days.ts'
import { momentsIn } from '../../../../domain/calendar/moments.ts'
import { languageNames, useWords } from '../../../i18n/use-words.ts'
import { Badge } from '../../../ui/marks/badge.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { restoreTemplate, saveTemplate, templateInputs, templateQueries } from './template-queries.ts'
import styles from './templates.module.css'
import { MailPreview } from '../kit/mail-preview.tsx'

type Props = { actor: Actor; sendsMail: boolean; template: MessageTemplate }
/** `etag` is the template's at the first change. */
type Changes = { subject?: string; text?: string; etag?: string }

/** Edits one language's template with a preview (BR-38). */
export function TemplateEditor({ actor, sendsMail, template }: Props) {
  const { t, refusalText } = useWords()
  const textId = useId()
  const queries = useQueryClient()
  const [changes, setChanges] = useTyped<Changes>(`template-${template.language}`, {})
  const [isAsking, setAsking] = useState(false)
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...save } = useAction('templates', saveTemplate, templateInputs)
  const restore = useAction('templates', restoreTemplate)
  const { language, isOwn } = template
  const { subject, text, etag } = { ...template, ...changes }
  const isChanged = subject !== template.subject || text !== template.text
  const said = (answer: Verdict) => (answer.allowed ? undefined : `${refusalText(answer)} (${answer.rule})`)
  const isMissing = subject.trim() === ''
  const subjectError = said(checkTemplateSubject(subject)) ?? (isTried && isMissing ? t('kit.templates.subject.missing') : undefined)
  const textError = said(checkTemplateText(text))
  useUnsaved(isChanged && changes, ['language'])

  const change = (next: Changes) => setChanges((before) => ({ etag, ...before, ...next }))
  /** Shows the saved text at once instead of the former one. */
  const show = (saved: MessageTemplate) => {
    queries.setQueryData(templateQueries.list().queryKey, (before) =>
      before && { items: before.items.map((each) => (each.language === saved.language ? saved : each)) })
    setChanges({})
    setTried(false)
  }
  const onSave = async () => {
    setTried(true)
    if (subjectError !== undefined || textError !== undefined || isMissing) return
    const saved = await save.run({ language, etag, subject, text })
    if (!saved) return
    show(saved)
    showToast(t('kit.templates.saved'))
  }
  const onRestore = async () => {
    const restored = await restore.run({ language, etag })
    setAsking(false)
    if (!restored) return
    show(restored)
    showToast(t('kit.templates.restored'))
  }
  return (
    <Columns of="minmax(0, 1fr) minmax(0, 1fr)" gap={6} align="start" below={1100}>
      <Stack as={Form} gap={4} onSubmit={onSave}>
        <Row gap={2} align="center">
          <Badge tone={isOwn ? 'info' : 'neutral'} icon="document">{t(isOwn ? 'kit.templates.own' : 'kit.templates.built_in')}</Badge>
          {isChanged && <Text as="span" tone="muted">{t('kit.templates.unsaved')}</Text>}
        </Row>
        <TextField label={t('kit.subject')} value={subject} lang={language} maxLength={longest.subject} required
          error={subjectError ?? complaints['/subject']} onChange={({ target }) => {
            change({ subject: target.value })
            mended('/subject')
          }} />
        <div className={styles.text}>
          <TextArea id={textId} label={t('kit.text')} value={text} lang={language} maxLength={longest.message} rows={18}
            error={textError ?? complaints['/text']} onChange={({ target }) => {
              change({ text: target.value })
              mended('/text')
            }} />
        </div>
        <Stack gap={2} tone="muted" className={styles.placeholders}>
          <p>{t('kit.templates.placeholders')}</p>
          <Stack as="dl" gap={1}>
            {placeholders.map((each) => (
              <Columns key={each} of="minmax(88px, max-content) minmax(0, 1fr)" gap={3}>
                <dt><code translate="no">{`{${each}}`}</code></dt>
                <dd>{t(`kit.templates.placeholder.${each}`)}</dd>
              </Columns>
            ))}
          </Stack>
        </Stack>
        <Row gap={2} align="center">
          <Button type="submit" variant="accent" pending={save.isRunning} aria-describedby={textError && `${textId}-error`}>
            {t('kit.templates.save')}
          </Button>
          {isChanged && <Button variant="subtle" icon="refresh" onPress={() => setChanges({})}>{t('kit.undo')}</Button>}
          {isOwn && <Button onPress={() => setAsking(true)}>{t('kit.templates.restore')}</Button>}
        </Row>
      </Stack>
      <TemplatePreview actor={actor} sendsMail={sendsMail} template={{ ...template, subject, text }} />
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('kit.templates.restore')}
        act={{ variant: 'danger', pending: restore.isRunning, onPress: () => void onRestore(), children: t('kit.templates.restore') }}
        changes={[t('kit.templates.restore.changes', { language: languageNames[language] }), t('kit.templates.restore.next')]}
        keeps={[t('kit.templates.restore.keeps')]} />
    </Columns>
  )
}

const sampleToken = 'x'.repeat(12)
const sampleDays = 30

type PreviewProps = { actor: Actor; sendsMail: boolean; template: Pick<MessageTemplate, 'language' | 'subject' | 'text' | 'button'> }

/** The template with a made-up invitation's facts. */
function TemplatePreview({ actor, sendsMail, template: { language, subject, text, button } }: PreviewProps) {
  const now = useNow()
  const link = `${globalThis.location.origin}/accept/${sampleToken}`
  const facts = {
    link,
    customer: 'Northwind Traders',
    inviter: actor.organization.displayName,
    reseller: actor.organization.kind === 'indirect_provider' ? 'Litware Resell' : '',
    date: momentsIn(language, 'UTC', 'long')(now + sampleDays * dayMs),
  }
  const filled = { subject: fillTemplate(subject, facts), text: fillTemplate(text, facts) }
  const sender = { name: facts.reseller || facts.inviter }
  return <MailPreview message={{ ...filled, link, language, button }} sender={sender} to={undefined} level={2} sendsMail={sendsMail} />
}
