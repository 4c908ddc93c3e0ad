import {
  ComboBox as AriaComboBox, Button, I18nProvider, Input, Label, ListBox, ListBoxItem, Popover, Text as AriaText,
} from 'react-aria-components'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { finder } from '../../../domain/search/sought.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './combo-box.module.css'
import fieldStyles from './field.module.css'
import { FieldError } from './field.tsx'
import { Icon } from '../marks/icon.tsx'
import { joined } from '../joined.ts'
import { Stack, Text } from '../looks/layout.tsx'
import options from '../overlays/options.module.css'

export type ComboItem = { id: string; label: string; description?: string }

type Props = {
  label: string
  items: readonly ComboItem[]
  /** Absent: each choice is passed on, and the field empties. */
  value?: string | null
  onChange: (id: string | null) => void
  /** Present: receives the typed text, and `items` are the server's results; absent: filters `items`. */
  onSearch?: (text: string) => void
  /** A search is running, so an empty list means nothing yet. */
  searching?: boolean
  description?: ReactNode
  error?: string | undefined
  optional?: boolean
  placeholder?: string
  name?: string
  /** Takes the focus when it appears in place of what had it. */
  autoFocus?: boolean
}

const isFound = (label: string, typed: string): boolean => finder(typed)(label)

export function ComboBox(props: Props) {
  const { label, items, value, onChange, onSearch, description, error, optional = false, placeholder, name, autoFocus = false } = props
  const { searching = false } = props
  const { t, locale } = useWords()
  const id = useId()
  // Set for a moment, so that the control closes the list and clears the text.
  const [passing, setPassing] = useState<string | null>(null)
  // The text typed since the last choice; kept here, since scrolling the page would clear it with the list.
  const [typed, setTyped] = useState<{ text: string; beside: string | null } | null>(null)
  const inForce = value === undefined ? passing : value
  const text = typed?.beside === inForce ? typed?.text : undefined
  const type = (next: string | null) => {
    setTyped(next === null ? null : { text: next, beside: inForce })
    onSearch?.(next ?? '')
  }
  const choose = (chosen: string | null) => {
    if (chosen === inForce) return
    if (value === undefined) setPassing(chosen)
    type(null)
    onChange(chosen)
  }
  useEffect(() => {
    if (passing === null) return undefined
    const timer = setTimeout(() => setPassing(null))
    return () => clearTimeout(timer)
  }, [passing])
  return (
    <I18nProvider locale={locale}>
      <AriaComboBox className={fieldStyles.field ?? ''} value={inForce} isInvalid={error !== undefined}
        menuTrigger="focus" allowsEmptyCollection autoFocus={autoFocus}
        inputValue={text ?? items.find((item) => item.id === inForce)?.label ?? ''}
        onInputChange={(next) => {
          type(next)
          if (next === '') choose(null)
        }}
        onBlur={() => inForce !== null && setTyped(null)}
        {...(onSearch ? { items } : { defaultItems: items, defaultFilter: isFound })} {...(name && { name })}
        aria-describedby={joined(error && `${id}-error`, description && `${id}-help`) ?? ''}
        onChange={(key) => choose(key === null ? null : String(key))}>
        <Label className={fieldStyles.label}>
          <span>{label}</span>
          {optional && <span className={fieldStyles.optional}>{` ${t('ui.field.optional')}`}</span>}
        </Label>
        <div className={styles.control}>
          <Input className={fieldStyles.input ?? ''} {...(placeholder && { placeholder })} onKeyDown={({ key }) => {
            if (key === 'Escape' || (key === 'Enter' && inForce !== null)) type(null)
          }} />
          <Button className={styles.open ?? ''}><Icon name="chevronDown" /></Button>
        </div>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {description && <Text as="div" id={`${id}-help`} tone="muted" text="caption">{description}</Text>}
        <Popover className={joined(options.popover, styles.popover) ?? ''} offset={4}>
          <ListBox className={joined(options.list, styles.list) ?? ''} renderEmptyState={() => (
            <div className={styles.nothing}>{t(searching ? 'ui.loading' : 'ui.combo.nothing')}</div>
          )}>
            {(item: ComboItem) => (
              <ListBoxItem id={item.id} textValue={item.label} className={options.item ?? ''}>
                <Stack as="span" grow>
                  <AriaText slot="label">{item.label}</AriaText>
                  {item.description && <Text as={AriaText} slot="description" tone="muted" text="caption">{item.description}</Text>}
                </Stack>
                <Icon name="check" className={options.tick} />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
