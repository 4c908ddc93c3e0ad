import { useRef } from 'react'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useRoles } from '../role-queries.ts'
import { RoleMark } from './role-mark.tsx'
import styles from './role-picker.module.css'

type Props = { value: readonly string[]; onRemove: (id: string, name: string) => void }

/** What is chosen so far, in the order of choosing; a role that the catalogue has no longer says so. */
export function ChosenRoles({ value, onRemove }: Props) {
  const { t } = useWords()
  const { roles, byId, error } = useRoles()
  const list = useRef<HTMLDivElement>(null)

  const remove = (id: string, name: string, position: number) => {
    // The button goes away with its role: the focus goes to the next one, or to what stands above when there is none.
    const buttons = list.current?.querySelectorAll('button')
    const next = buttons?.[position + 1] ?? buttons?.[position - 1] ?? list.current?.querySelector('p')
    onRemove(id, name)
    next?.focus()
  }
  return (
    <div ref={list} className={styles.pane}>
      <p tabIndex={-1} className={styles.chosenTitle}>{t('role-templates.picker.chosen', { count: value.length })}</p>
      {value.length === 0 ? <p className={styles.nothing}>{t('role-templates.picker.none')}</p> : (
        <ul className={styles.chosen}>
          {value.map((id, position) => {
            const role = byId.get(id)
            const name = role?.name ?? t('delegated-admin.role.unknown', { id })
            const isComing = !roles && !error
            return (
              <li key={id}>
                <span className={styles.name}>
                  {isComing ? <Skeleton width="180px" /> : <span>{name}</span>} {role && <RoleMark role={role} />}
                  {roles && !role && <Badge tone="danger" icon="refused">{t('role-templates.gone')}</Badge>}
                </span>
                <IconButton icon="close" label={t('role-templates.picker.remove', { role: name })}
                  word={t('role-templates.picker.remove.word')}
                  onPress={() => remove(id, name, position)} />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
