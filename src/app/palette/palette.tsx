import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { longestSearch } from '../../../domain/search/longest-search.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { Box, Stack, Text } from '../../ui/looks/layout.tsx'
import { PaletteGroup } from './palette-group.tsx'
import { type Group, nextRow, type Row } from './palette-rows.ts'
import styles from './palette.module.css'
import { actionsFor, named, screensFor } from './screens-and-actions.ts'
import { useFound } from './use-found.ts'

type Props = { actor: Actor; onClose: () => void; onKeys: () => void }

/** A combobox that finds rows, screens and actions while somebody types. */
export function Palette({ actor, onClose, onKeys }: Props) {
  const { t, formatList } = useWords()
  const navigate = useNavigate()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [isAwaited, setAwaited] = useState(false)
  const sought = text.trim()
  const groups = [...useFound(actor, sought), ...useOwnGroups(actor, sought, onKeys)]
  const shown = groups.filter(({ rows, isComing }) => rows.length > 0 || isComing)
  const all = shown.flatMap((group) => group.rows.map((row) => ({ row, group })))
  const found = all.find(({ row }) => row.id === chosen)
  const { row: active, group: around } = found ?? all[0] ?? {}
  const isSettled = groups.every(({ isStale, isComing }) => !isStale && !isComing)
  const idOf = (row: Row) => `${id} ${row.id}`.replaceAll(' ', '-')
  const activeId = active && idOf(active)

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const open = (row: Row, isApart = false) => {
    setChosen(row.id)
    if (row.act) row.act()
    else if (row.refusal) return
    else if (isApart) window.open(row.to, '_blank', 'noopener')
    else {
      onClose()
      void navigate(row.to)
    }
  }
  const openFirst = useEffectEvent(() => {
    setAwaited(false)
    if (active) open(active)
  })
  useEffect(() => {
    if (isAwaited && isSettled) openFirst()
  }, [isAwaited, isSettled])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !active) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const caret = { isFirst: selectionEnd === 0, isLast: selectionStart === value.length }
    const next = nextRow(event.key, all.findIndex(({ row }) => row === active), all.length, caret)
    if (next !== undefined) setChosen(all[next]?.row.id)
    // What the first row will be is not known until all has come.
    else if (event.key === 'Enter' && !(found ? around?.isStale : !isSettled)) open(active, event.ctrlKey || event.metaKey)
    else if (event.key === 'Enter') setAwaited(true)
    else return
    event.preventDefault()
  }
  const told = !isSettled ? t('ui.total.coming')
    : all.length > 0 ? t('palette.count', { count: all.length })
      : t('palette.nothing', { text: sought, where: formatList(groups.map(({ title }) => title)) })
  return (
    <Stack gap={2}>
      <TextField ref={field} label={t('app.nav.search')} hideLabel icon="search" placeholder={t('palette.hint')} value={text}
        maxLength={longestSearch} role="combobox" aria-expanded={shown.length > 0} aria-autocomplete="list" aria-controls={`${id}-list`}
        aria-activedescendant={activeId} spellCheck={false} enterKeyHint="go" onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setText(target.value)
          setChosen(undefined)
          setAwaited(false)
        }} />
      <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={t('palette.results')} aria-busy={!isSettled} className={styles.list}
        onPointerDown={(event) => event.preventDefault()}>
        {shown.map((group) => (
          <PaletteGroup key={group.id} group={group} active={active} idOf={idOf} onOpen={open} onLeave={onClose} />
        ))}
      </div>
      <Text role="status" tone="muted" className={all.length > 0 || !isSettled ? 'visually-hidden' : undefined} breaks>{told}</Text>
      {active?.refusal?.rule && <Box ruled="before" pad="2 0"><RuleLink rule={active.refusal.rule} /></Box>}
      <Text tone="muted" text="caption" className={styles.short}>{t('palette.keys.short')}</Text>
    </Stack>
  )
}

/** Screens and actions, whose names the page knows itself. */
function useOwnGroups(actor: Actor, sought: string, onKeys: () => void): readonly Group[] {
  const { t } = useWords()
  const policy = ownPolicy()
  const screens = named(screensFor(actor, policy), sought, t)
  const actions = named(actionsFor(actor, policy), sought, t)
  const help = named([{ label: 'palette.keys' } as const], sought, t)
  return [
    {
      id: 'screens', title: t('palette.screens'),
      rows: screens.map(({ to, label, icon }) => ({ id: `screen ${to}`, label: t(label), icon, to })),
    },
    {
      id: 'actions', title: t('palette.actions'),
      rows: [
        ...actions.map(({ to, label, icon, verdict }): Row => {
          const row = { id: `action ${to}`, label: t(label), icon }
          return verdict.allowed ? { ...row, to } : { ...row, refusal: verdict }
        }),
        ...help.map(({ label }): Row => ({ id: 'keys', label: t(label), icon: 'info', act: onKeys })),
      ],
    },
  ]
}
