import { ComboBox as AriaComboBox, Button, I18nProvider, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/use-words.ts'
import styles from './combo-box.module.css'
import fieldStyles from './field.module.css'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { joined } from './joined.ts'

export type ComboItem = { id: string; label: string; description?: string }

type Props = {
  label: string
  items: readonly ComboItem[]
  value: string | null
  onChange: (id: string | null) => void
  /** Given, the typed text is handed out and `items` are what the server found; left out, the items given are filtered. */
  onSearch?: (text: string) => void
  description?: ReactNode
  error?: string | undefined
  optional?: boolean
  placeholder?: string
  name?: string
}

/** One of many, found by typing. */
export function ComboBox({ label, items, value, onChange, onSearch, description, error, optional = false, placeholder, name }: Props) {
  const { t, locale } = useWords()
  const id = useId()
  return (
    <I18nProvider locale={locale}>
      <AriaComboBox className={fieldStyles.field ?? ''} value={value} isInvalid={error !== undefined} menuTrigger="focus"
        allowsEmptyCollection
        {...(onSearch ? { items, onInputChange: onSearch } : { defaultItems: items })} {...(name && { name })}
        aria-describedby={joined(error && `${id}-error`, description && `${id}-help`) ?? ''}
        onChange={(key) => onChange(key === null ? null : String(key))}>
        <Label className={fieldStyles.label}>
          {label}
          {optional && <span className={fieldStyles.optional}> {t('ui.field.optional')}</span>}
        </Label>
        <div className={styles.control}>
          <Input className={fieldStyles.input ?? ''} {...(placeholder && { placeholder })} />
          <Button className={styles.open ?? ''}><Icon name="chevronDown" /></Button>
        </div>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {description && <div id={`${id}-help`} className={fieldStyles.help}>{description}</div>}
        <Popover className={styles.popover ?? ''} offset={4}>
          <ListBox className={styles.list ?? ''} renderEmptyState={() => <div className={styles.nothing}>{t('ui.combo.nothing')}</div>}>
            {(item: ComboItem) => (
              <ListBoxItem id={item.id} textValue={item.label} className={styles.item ?? ''}>
                <span className={styles.words}>
                  <Text slot="label">{item.label}</Text>
                  {item.description && <Text slot="description" className={styles.description}>{item.description}</Text>}
                </span>
                <Icon name="check" className={styles.tick} />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
