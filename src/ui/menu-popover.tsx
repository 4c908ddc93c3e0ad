import type { ReactNode, RefObject } from 'react'
import { Menu, MenuItem, Popover, Text } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import styles from './menu.module.css'

export type Item = {
  id: string
  label: string
  /** In the language of the label, where it is not the page's. */
  lang?: string
  icon?: IconName
  /** A second line: what it leads to, or why it cannot be chosen now. */
  description?: string
  isDisabled?: boolean
  onAction: () => void
}

type Props = {
  items: readonly Item[]
  selected?: string
  header?: ReactNode
  button: RefObject<HTMLButtonElement | null>
  labelledBy: string
  onClose: () => void
}

// A menu has the focus from the moment it opens.
const takesFocus = { autoFocus: 'first' } as const

export function MenuPopover({ items, selected, header, button, labelledBy, onClose }: Props) {
  const choosing = selected !== undefined
  return (
    <Popover isOpen aria-labelledby={labelledBy} triggerRef={button} placement="bottom end" offset={4} className={styles.popover ?? ''}
      onOpenChange={(open) => !open && onClose()}>
      {header && <div className={styles.header}>{header}</div>}
      <Menu {...takesFocus} aria-labelledby={labelledBy} onClose={onClose} className={styles.menu ?? ''}
        {...(choosing && { selectionMode: 'single' as const, selectedKeys: [selected] })}
        disabledKeys={items.filter((item) => item.isDisabled).map(({ id }) => id)}
        onAction={(id) => items.find((item) => item.id === id)?.onAction()}>
        {items.map(({ id, label, lang, icon, description }) => (
          <MenuItem key={id} id={id} textValue={label} className={styles.item ?? ''}>
            {choosing ? <Icon name="check" className={styles.tick} /> : icon && <Icon name={icon} />}
            <span className={styles.words}>
              <Text slot="label" lang={lang}>{label}</Text>
              {description && <Text slot="description" className={styles.description}>{description}</Text>}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
