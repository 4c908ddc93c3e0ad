import { useState } from 'react'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { removedRoles } from '../../../../domain/gdap/roles/changes.ts'
import { canHoldTemplateRoles, canNameTemplate } from '../../../../domain/gdap/roles/template-rules.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { RolePicker } from '../roles/role-picker.tsx'
import { longestName } from './copy-name.ts'
import { RoleWarnings } from './role-warnings.tsx'
import { TemplateConflict } from './template-conflict.tsx'
import { saveTemplate, templateInputs } from './template-requests.ts'
import styles from './templates.module.css'

type Draft = { name: string; roles: readonly string[] }

type Props = {
  /** Whether the actor may save. */
  verdict: Verdict
  start: Draft
  /** The template at the start; null for a new one. */
  begun: RoleTemplate | null
  /** The partner's present templates. */
  own: readonly RoleTemplate[]
  backTo: string
  onSaved: (saved: RoleTemplate) => void
}

/** Edits a template; shows others' changes and overwrites nothing unasked. */
export function TemplateEditor({ verdict, start, begun, own, backTo, onSaved }: Props) {
  const { t, refusalText } = useWords()
  const [{ name, roles }, setDraft] = useTyped('role-template', start)
  const [base, setBase] = useState(begun)
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...save } = useAction('role-templates', saveTemplate, templateInputs)
  const isChanged = name !== start.name || roles.length !== start.roles.length || roles.some((role) => !start.roles.includes(role))
  const kept = useUnsaved(isChanged, ['edit', 'copy'])

  const present = base && own.find(({ id }) => id === base.id)
  const hasChanged = base !== null && present?.etag !== base.etag && !save.isRunning
  const mayName = canNameTemplate(name, own.filter(({ id }) => id !== base?.id))
  const mayHold = canHoldTemplateRoles(roles)
  const said = ({ rule, ...refusal }: Extract<Verdict, { allowed: false }>) => `${refusalText(refusal)} (${rule})`
  const nameError = !mayName.allowed ? said(mayName) : isTried && name.trim() === '' ? t('role-templates.name.missing') : undefined
  const rolesError = isTried && !mayHold.allowed ? said(mayHold) : undefined

  const onSubmit = async () => {
    setTried(true)
    if (name.trim() === '' || !mayName.allowed || !mayHold.allowed) return
    const saved = await save.run({ draft: { name: name.trim(), roles: [...roles] }, replaces: base })
    if (!saved) return
    kept()
    showToast(t('role-templates.saved', { name: saved.name }))
    onSaved(saved)
  }
  return (
    <Form onSubmit={onSubmit}>
      <Card>
        <Stack gap={5}>
          {hasChanged && (
            <TemplateConflict present={present ?? null} onKeepMine={() => setBase(present ?? null)} onTakeTheirs={() => {
              if (!present) return
              setBase(present)
              setDraft({ name: present.name, roles: present.roles })
            }} />
          )}
          <TextField label={t('role-templates.name')} description={t('role-templates.name.help', { limit: longestName })} required
            className={styles.nameField} maxLength={longestName} value={name} error={nameError ?? complaints['/name']}
            onChange={({ target }) => {
              setDraft({ name: target.value, roles })
              mended('/name')
            }} />
          <RolePicker label={t('role-templates.roles_of')} value={roles} error={rolesError ?? complaints['/roles']}
            onChange={(chosen) => {
              setDraft({ name, roles: chosen })
              mended('/roles')
            }} />
          <Stack role="status" gap={3} filled><RoleWarnings roles={roles} removed={removedRoles(roles)} /></Stack>
          {base && <Text tone="muted">{t('role-templates.change.text')}</Text>}
          <Row gap={2} align="start">
            <ActionButton type="submit" variant="accent" verdict={verdict} pending={save.isRunning}>
              {t(base ? 'role-templates.save' : 'role-templates.create')}
            </ActionButton>
            <ButtonLink to={backTo} variant="subtle">{t('role-templates.cancel')}</ButtonLink>
          </Row>
        </Stack>
      </Card>
    </Form>
  )
}
