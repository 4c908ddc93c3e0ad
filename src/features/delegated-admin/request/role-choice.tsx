import { useRef, useState } from 'react'
import type { Actor } from '../../../../domain/session/actor.ts'
import { globalAdministrator } from '../../../../domain/delegated-admin/role-catalogue.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { useRoles } from '../role-queries.ts'
import { RoleAdder } from './role-adder.tsx'
import styles from './request.module.css'
import { TemplateSelect } from './template-select.tsx'

type Props = { actor: Actor; roles: readonly string[]; error?: string | undefined; onChange: (roles: string[]) => void }

/** Roles from a template, then one by one: found by name, by what they allow, or by a task; each in plain words. */
export function RoleChoice({ actor, roles, error, onChange }: Props) {
  const { t } = useWords()
  const { error: failed, roles: known, refetch, isFetching, nameOf } = useRoles()
  const [said, setSaid] = useState('')
  const add = (id: string) => {
    setSaid(t('gdap-requests.roles.added', { role: nameOf(id) }))
    onChange([...roles, id])
  }
  const remove = (id: string) => {
    setSaid(t('gdap-requests.roles.removed', { role: nameOf(id) }))
    onChange(roles.filter((other) => other !== id))
  }
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('gdap-requests.roles')}</legend>
      <TemplateSelect actor={actor} roles={roles} onChange={onChange} />
      <ChosenRoles roles={roles} onRemove={remove} />
      {error && <p className={styles.trouble}>{error}</p>}
      {failed && !known
        ? <ErrorState compact error={failed} retrying={isFetching} onRetry={() => void refetch()} />
        : <RoleAdder roles={roles} onAdd={add} />}
      <p role="status" className="visually-hidden">{said}</p>
    </fieldset>
  )
}

function ChosenRoles({ roles, onRemove }: { roles: readonly string[]; onRemove: (id: string) => void }) {
  const { t } = useWords()
  const { byId, nameOf } = useRoles()
  const list = useRef<HTMLDivElement>(null)
  const remove = (id: string, position: number) => {
    // The row goes away with its button: the focus stays in the list.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    ;(buttons[position + 1] ?? buttons[position - 1] ?? list.current)?.focus()
    onRemove(id)
  }
  return (
    <div ref={list} tabIndex={-1} className={styles.chosen}>
      <div className={styles.chosenHead}>
        <h2>{t('gdap-requests.roles.chosen', { count: roles.length })}</h2>
      </div>
      {roles.length === 0 ? <p className={styles.muted}>{t('gdap-requests.roles.none')}</p> : (
        <ul>
          {roles.map((id, position) => (
            <li key={id}>
              <div>
                <p className={styles.roleName}>
                  {nameOf(id)}
                  {id === globalAdministrator
                    ? <Badge tone="danger">{t('delegated-admin.role.everything')}</Badge>
                    : byId.get(id)?.isPrivileged && <Badge tone="caution" icon="key">{t('delegated-admin.role.privileged')}</Badge>}
                </p>
                <p className={styles.muted}>{byId.get(id)?.allows}</p>
              </div>
              <IconButton icon="close" label={t('gdap-requests.roles.remove', { role: nameOf(id) })} onPress={() => remove(id, position)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The way out of BR-87, where it stands in the way. */
export function RemoveGlobalAdministrator({ roles, onChange }: Pick<Props, 'roles' | 'onChange'>) {
  const { t } = useWords()
  return (
    <Button icon="close" onPress={() => onChange(roles.filter((id) => id !== globalAdministrator))}>
      {t('gdap-requests.extend.remove_global')}
    </Button>
  )
}
