import { useRef } from 'react'
import { Badge } from '../../../ui/marks/badge.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Line, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Skeleton } from '../../../ui/waiting/skeleton.tsx'
import { useRoles } from '../role-queries.ts'
import { RoleMark } from './role-mark.tsx'
import styles from './role-picker.module.css'

type Props = { value: readonly string[]; onRemove: (id: string, name: string) => void }

/** The chosen roles in order; marks those that the catalogue has lost. */
export function ChosenRoles({ value, onRemove }: Props) {
  const { t } = useWords()
  const { roles, byId, error } = useRoles()
  const list = useRef<HTMLDivElement>(null)

  const remove = (id: string, name: string, position: number) => {
    // The button vanishes with its role; the next one takes the focus, or the list's heading.
    const buttons = list.current?.querySelectorAll('button')
    const next = buttons?.[position + 1] ?? buttons?.[position - 1] ?? list.current?.querySelector('p')
    onRemove(id, name)
    next?.focus()
  }
  return (
    <Stack ref={list} gap={2}>
      <Line as="p" tabIndex={-1} align="center" text="strong" className={styles.chosenTitle}>
        {t('role-templates.picker.chosen', { count: value.length })}
      </Line>
      {value.length === 0 ? <Text tone="muted" text="caption">{t('role-templates.picker.none')}</Text> : (
        <ul className={styles.chosen}>
          {value.map((id, position) => {
            const role = byId.get(id)
            const name = role?.name ?? t('delegated-admin.role.unknown', { id })
            const isComing = !roles && !error
            return (
              <li key={id}>
                <Row as="span" gap="1 2" align="center" text="strong" breaks hyphens>
                  {isComing ? <Skeleton width="180px" /> : <span>{name}</span>} {role && <RoleMark role={role} />}
                  {roles && !role && <Badge tone="danger" icon="refused">{t('role-templates.gone')}</Badge>}
                </Row>
                <IconButton icon="close" label={t('role-templates.picker.remove', { role: name })}
                  word={t('role-templates.picker.remove.word')}
                  onPress={() => remove(id, name, position)} />
              </li>
            )
          })}
        </ul>
      )}
    </Stack>
  )
}
