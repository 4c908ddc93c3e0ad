import { useId } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { joined } from '../../ui/joined.ts'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import options from '../../ui/overlays/options.module.css'
import type { Group, Row } from './palette-rows.ts'
import styles from './palette.module.css'

type Props = {
  group: Group
  active: Row | undefined
  idOf: (row: Row) => string
  onOpen: (row: Row) => void
  /** A link was followed here, not in a new tab. */
  onLeave: () => void
}

/** The rows of one kind, under its name. */
export function PaletteGroup({ group: { title, rows, isStale, isComing, hasFailed }, active, idOf, onOpen, onLeave }: Props) {
  const { t } = useWords()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} data-stale={isStale || undefined}>
      <Text as="div" id={id} role="presentation" tone="muted" text="caption" className={styles.title}>
        <span>{title}</span>
        {(isComing || isStale) && <span>{` · ${t('ui.total.coming')}`}</span>}
        {hasFailed && <Text as="span" tone="danger">{` · ${t('palette.failed')}`}</Text>}
      </Text>
      {rows.map((row) => {
        const option = {
          id: idOf(row), role: 'option', tabIndex: -1, 'aria-selected': row === active, className: joined(options.item, styles.row),
        } as const
        const inside = <Inside row={row} />
        return 'to' in row ? (
          <Link key={row.id} {...option} to={row.to} onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onLeave()
          }}>{inside}</Link>
        ) : <button key={row.id} type="button" {...option} onClick={() => onOpen(row)}>{inside}</button>
      })}
    </div>
  )
}

function Inside({ row: { label, note, icon, refusal } }: { row: Row }) {
  return (
    <>
      <Icon name={icon} />
      <Stack as="span" grow breaks>
        <bdi>{label}</bdi>
        {note && <Text as="bdi" tone="muted" text="caption">{note}</Text>}
        {refusal && <Reason refusal={refusal} />}
      </Stack>
    </>
  )
}
