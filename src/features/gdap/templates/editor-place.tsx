import { useState } from 'react'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PageHeader } from '../../../ui/looks/page-header.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { freeName } from './copy-name.ts'
import { TemplateEditor } from './template-editor.tsx'
import type { RoleSet } from './template-list.tsx'

type Props = {
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
export function EditorPlace({ edit, copy, templates, sets, may, mayAdd, backTo, onSaved }: Props) {
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
