import { useState } from 'react'
import type { ReminderSettings } from '../../../domain/reminders/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { daysOf } from './reminder-days.ts'
import { reminderInputs, saveReminderSettings } from './reminder-requests.ts'

/** Reminder days, and whether makers get notes. */
export function ReminderSettingsForm({ settings, sendsMail }: { settings: ReminderSettings; sendsMail: boolean }) {
  const { t } = useWords()
  const [text, setText] = useTyped('reminder-days', settings.days.join(', '))
  const [noteToMaker, setNote] = useTyped('reminder-note', settings.noteToMaker)
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...save } = useAction('organizations', saveReminderSettings, reminderInputs)
  const days = daysOf(text)
  const kept = useUnsaved((noteToMaker !== settings.noteToMaker || days?.join() !== settings.days.join()) && `${noteToMaker} ${text}`)

  const submit = async () => {
    setTried(true)
    if (days === undefined) return
    if (!(await save.run({ days, noteToMaker, etag: settings.etag }))) return
    kept()
    showToast(t('reminders.settings.saved'))
  }
  return (
    <Card title={t('reminders.settings.schedule')}>
      <Stack as={Form} gap={4} measure="560px" onSubmit={submit}>
        {!sendsMail && <p>{t('reminders.settings.no_mail')}</p>}
        <TextField label={t('reminders.settings.days')} description={t('reminders.settings.days.help')} value={text}
          error={isTried && days === undefined ? t('reminders.settings.days.error') : complaints['/days']} onChange={({ target }) => {
            setText(target.value)
            mended('/days')
          }} />
        <Checkbox label={t('reminders.settings.note')} checked={noteToMaker} error={complaints['/noteToMaker']} onChange={({ target }) => {
          setNote(target.checked)
          mended('/noteToMaker')
        }} />
        <div>
          <Button type="submit" variant="accent" pending={save.isRunning}>{t('reminders.settings.save')}</Button>
        </div>
      </Stack>
    </Card>
  )
}
