import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import fieldStyles from '../../../ui/forms/field.module.css'
import { Field, FieldError } from '../../../ui/forms/field.tsx'
import { useSearchFault } from '../../../ui/lists/use-search-text.ts'
import { Box, Columns, Line, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Badge } from '../../../ui/marks/badge.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { Skeleton } from '../../../ui/waiting/skeleton.tsx'
import { RoleMark } from '../role-list.tsx'
import { useRoles } from '../role-queries.ts'
import { findRoles, type FoundRole } from './role-filter.ts'
import styles from './role-picker.module.css'

type Props = {
  value: readonly string[]
  onChange: (roles: string[]) => void
  label: string
  error?: string | undefined
}

/** Chooses several roles by search: typing filters, arrows move, Enter toggles; each chosen role has a remove button. */
export function RolePicker({ value, onChange, label, error }: Props) {
  const { t, locale } = useWords()
  const { roles, ...query } = useRoles()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(-1)
  const [said, setSaid] = useState('')
  const fault = useSearchFault(search)
  const found = roles && fault === undefined ? findRoles(roles, { search }, locale) : []
  const optionId = (index: number) => `${id}-option-${index}`

  const toggle = (index: number) => {
    const { role } = found[index] ?? {}
    if (!role) return
    const isChosen = value.includes(role.id)
    onChange(isChosen ? value.filter((each) => each !== role.id) : [...value, role.id])
    setSaid(t(isChosen ? 'role-templates.picker.removed' : 'role-templates.picker.added', { role: role.name }))
    setActive(index)
  }
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(found.length - 1, index))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 5, PageUp: active - 5 }[event.key]
    if (target !== undefined) goTo(target)
    // Enter toggles the role and never submits the form.
    else if (event.key === 'Enter') toggle(Math.max(active, search.trim() === '' ? -1 : 0))
    else if (event.key !== 'Escape' || search === '') return
    else setSearch('')
    event.preventDefault()
  }
  return (
    <Stack as="fieldset" gap={2} className={styles.picker} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <Box as="legend" after={1} text="strong">{label}</Box>
      <Columns of="minmax(0, 3fr) minmax(0, 2fr)" gap={6} align="start" className={styles.panes}>
        <Stack gap={2}>
          <Field label={t('role-templates.picker.search')} hideLabel error={fault}>
            {(ids) => (
              <input {...ids} type="search" role="combobox" autoComplete="off" className={fieldStyles.input}
                placeholder={t('role-templates.search.hint')} aria-expanded="true" aria-controls={`${id}-list`} aria-autocomplete="list"
                aria-activedescendant={active >= 0 && active < found.length ? optionId(active) : undefined}
                aria-invalid={error === undefined && fault === undefined ? undefined : true} value={search} onKeyDown={onKeyDown}
                onChange={({ target }) => {
                  setSearch(target.value)
                  setActive(-1)
                }} />
            )}
          </Field>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} aria-multiselectable="true"
            className={`filled ${styles.list}`}>
            {found.map((each, index) => (
              <RoleOption key={each.role.id} id={optionId(index)} found={each} isChosen={value.includes(each.role.id)}
                isActive={index === active} onToggle={() => toggle(index)} />
            ))}
          </div>
          {!roles && <NotYet compact query={query} lines={6} height="32px" />}
          {roles && fault === undefined && found.length === 0 && (
            <Text tone="muted" text="caption">
              {t('role-templates.picker.nothing')}
            </Text>
          )}
          <Text tone="muted" text="caption">{t('role-templates.picker.hint')}</Text>
        </Stack>
        <ChosenRoles value={value} onRemove={(role, name) => {
          onChange(value.filter((each) => each !== role))
          setSaid(t('role-templates.picker.removed', { role: name }))
        }} />
      </Columns>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <span role="status" className="visually-hidden">{said}</span>
    </Stack>
  )
}

type OptionProps = { id: string; found: FoundRole; isChosen: boolean; isActive: boolean; onToggle: () => void }

/** An option in a list; the focus stays in the search field. */
function RoleOption({ id, found: { role, tasks }, isChosen, isActive, onToggle }: OptionProps) {
  const { t } = useWords()
  return (
    <button type="button" tabIndex={-1} id={id} role="option" aria-selected={isChosen} data-active={isActive || undefined}
      className={styles.option} onPointerDown={(event) => event.preventDefault()} onClick={onToggle}>
      <span className={styles.tick}>{isChosen && <Icon name="check" size={12} />}</span>
      <Stack as="span" gap="half">
        <Row as="span" gap="1 2" align="center" text="strong" breaks hyphens><span>{role.name}</span> <RoleMark role={role} /></Row>
        {tasks.map(({ task, words }) => (
          <Text as="span" key={task} tone="success" text="caption">{t('role-templates.least_for', { task: words })}</Text>
        ))}
        <Text as="span" tone="muted" text="caption">{role.allows}</Text>
      </Stack>
    </button>
  )
}

type ChosenProps = { value: readonly string[]; onRemove: (id: string, name: string) => void }

/** The chosen roles in order; marks those that the catalogue has lost. */
function ChosenRoles({ value, onRemove }: ChosenProps) {
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
