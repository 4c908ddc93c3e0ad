import { lazy, type ReactNode, useId, useRef, useState } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import { Icon, type IconName } from '../marks/icon.tsx'
import { joined } from '../joined.ts'
import { LatePart } from '../waiting/late-part.tsx'
import type { Item } from './menu-popover.tsx'
import styles from './menu.module.css'

const load = () => import('./menu-popover.tsx')
/** The popover shows a failure to load. */
const approach = () => void load().catch(() => undefined)
const MenuPopover = lazy(() => load().then(({ MenuPopover: default_ }) => ({ default: default_ })))

type Props = {
  /** The button's name; visible unless `trigger` or the icon alone stands for it. */
  label: string
  icon?: IconName
  iconOnly?: boolean
  trigger?: ReactNode
  variant?: ButtonVariant
  items: readonly Item[]
  /** The id of the active choice. */
  selected?: string
  header?: ReactNode
  className?: string
}

/** A button that opens a list of actions, whose code loads when the button is approached. */
export function Menu({ label, icon, iconOnly = false, trigger, variant = 'subtle', items, selected, header, className }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <>
      <Button ref={button} id={id} variant={variant} aria-haspopup="menu" aria-expanded={isOpen}
        aria-label={iconOnly || trigger ? label : undefined} title={iconOnly ? label : undefined}
        className={joined(iconOnly ? styles.iconOnly : undefined, className)}
        onPointerEnter={approach} onFocus={approach} onPress={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}>
        {trigger ?? (
          <>
            {icon && <Icon name={icon} size={iconOnly ? 20 : 16} />}
            {iconOnly ? <span className={styles.caption}>{label}</span> : <span>{label}</span>}
            {!iconOnly && <Icon name="chevronDown" size={12} />}
          </>
        )}
      </Button>
      {isOpen && (
        <LatePart onClose={() => setOpen(false)}>
          <MenuPopover items={items} header={header} button={button} labelledBy={id} onClose={() => setOpen(false)}
            {...(selected !== undefined && { selected })} />
        </LatePart>
      )}
    </>
  )
}
