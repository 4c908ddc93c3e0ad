import { useState } from 'react'
import { removedRoles } from '../../../../domain/gdap/roles/changes.ts'
import { canHoldTemplateRoles, canNameTemplate } from '../../../../domain/gdap/roles/template-rules.ts'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button, ButtonLink } from '../../../ui/actions/button.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Marked, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { PageHeader } from '../../../ui/looks/page-header.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { RolePicker } from '../roles/role-picker.tsx'
import { freeName, longestName } from './copy-name.ts'
import { RoleNames, RoleWarnings } from './role-names.tsx'
import type { RoleSet } from './template-list.tsx'
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
function TemplateEditor({ verdict, start, begun, own, backTo, onSaved }: Props) {
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

type ConflictProps = {
  /** The present version; null when deleted. */
  present: RoleTemplate | null
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody else changed the template: shows it and two ways on. */
function TemplateConflict({ present, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { t } = useWords()
  return (
    <Stack role="alert" gap={2} box="caution-soft" pad="3 4">
      <Marked as="p" tone="caution" measure={80}>
        <Icon name="caution" />
        <span>{t(present ? 'role-templates.conflict' : 'role-templates.conflict.deleted')}</span>
      </Marked>
      {present && (
        <>
          <p>{t('role-templates.conflict.now', { name: present.name })}</p>
          <RoleNames roles={present.roles} />
        </>
      )}
      <Row gap={2} align="start">
        {present && <Button onPress={onTakeTheirs}>{t('role-templates.conflict.theirs')}</Button>}
        <Button onPress={onKeepMine}>{t(present ? 'role-templates.conflict.mine' : 'role-templates.conflict.anew')}</Button>
      </Row>
    </Stack>
  )
}

type PlaceProps = {
  /** `new`, or the id of the template. */
  edit: string | null
  /** The template or set to copy. */
  copy: string | null
  templates: readonly RoleTemplate[]
  sets: readonly RoleSet[]
  may: Verdict
  mayAdd: Verdict
  backTo: string
  onSaved: (saved: RoleTemplate) => void
}

/** The editor of a new, copied or changed template; keeps its start whatever others do. */
export function EditorPlace({ edit, copy, templates, sets, may, mayAdd, backTo, onSaved }: PlaceProps) {
  const { t } = useWords()
  const own = templates.filter(({ builtIn }) => builtIn === null)
  const [begun] = useState(() => own.find(({ id }) => id === edit) ?? null)
  const [start] = useState(() => {
    if (begun) return { name: begun.name, roles: begun.roles }
    const template = templates.find(({ id }) => id === copy)
    const set = sets.find(({ id }) => id === copy)
    const name = template?.name ?? (set && t(`role-templates.set.${set.id}`))
    return { name: name === undefined ? '' : freeName(name, own), roles: template?.roles ?? set?.roles ?? [] }
  })
  const back = { to: backTo, label: t('role-templates.all') }
  if (edit !== null && edit !== 'new' && begun === null) {
    return (
      <>
        <PageHeader title={t('role-templates.title')} back={back} />
        <EmptyState title={t('role-templates.not_found')}>{t('role-templates.not_found.text')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader back={back} title={begun ? t('role-templates.change.title', { name: begun.name }) : t('role-templates.new')} />
      <TemplateEditor verdict={begun ? may : mayAdd} start={start} begun={begun} own={own} backTo={backTo} onSaved={onSaved} />
    </>
  )
}
