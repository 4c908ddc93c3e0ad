import type { ReactNode, RefObject } from 'react'
import { Menu, MenuItem, Popover, Text as AriaText } from 'react-aria-components'
import { Icon, type IconName } from '../marks/icon.tsx'
import { joined } from '../joined.ts'
import { Box, Stack, Text } from '../looks/layout.tsx'
import styles from './menu-popover.module.css'
import options from './options.module.css'

export type Item = {
  id: string
  label: string
  /** The label's language, if not the page's. */
  lang?: string
  icon?: IconName
  /** Where it leads, or why it cannot be chosen. */
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

// A menu has the focus when it opens.
const takesFocus = { autoFocus: 'first' } as const

export function MenuPopover({ items, selected, header, button, labelledBy, onClose }: Props) {
  const choosing = selected !== undefined
  return (
    <Popover isOpen aria-labelledby={labelledBy} triggerRef={button} placement="bottom end" offset={4}
      className={joined(options.popover, styles.popover) ?? ''}
      onOpenChange={(open) => !open && onClose()}>
      {header && <Box ruled="after" pad="3 4">{header}</Box>}
      <Menu {...takesFocus} aria-labelledby={labelledBy} onClose={onClose} className={options.list ?? ''}
        {...(choosing && { selectionMode: 'single' as const, selectedKeys: [selected] })}
        disabledKeys={items.filter((item) => item.isDisabled).map(({ id }) => id)}
        onAction={(id) => items.find((item) => item.id === id)?.onAction()}>
        {items.map(({ id, label, lang, icon, description }) => (
          <MenuItem key={id} id={id} textValue={label} className={options.item ?? ''}>
            {choosing ? <Icon name="check" className={options.tick} /> : icon && <Icon name={icon} />}
            <Stack as="span">
              <AriaText slot="label" lang={lang}>{label}</AriaText>
              {description && <Text as={AriaText} slot="description" tone="muted" text="caption">{description}</Text>}
            </Stack>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
