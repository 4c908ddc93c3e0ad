import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Field, FieldError } from '../../../ui/forms/field.tsx'
import fieldStyles from '../../../ui/forms/field.module.css'
import { Box, Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { useSearchFault } from '../../../ui/lists/use-search-text.ts'
import { useRoles } from '../role-queries.ts'
import { ChosenRoles } from './chosen-roles.tsx'
import { findRoles } from './role-filter.ts'
import { RoleOption } from './role-option.tsx'
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
