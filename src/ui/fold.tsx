import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './fold.module.css'
import { Icon, type IconName } from './icon.tsx'
import { joined } from './joined.ts'

type Props = { label: string; icon?: IconName; className?: string | undefined; children: ReactNode }

/** What a large screen shows anyway; on a phone and on a low screen a button opens it, so that the rows below come first. */
export function Fold({ label, icon, className, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    // Where nothing is folded there is no button to give the focus to.
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen || !opener.current?.offsetParent) return
    setOpen(false)
    opener.current.focus()
  }
  return (
    <>
      <div className={styles.opener}>
        <Button ref={opener} {...(icon && { icon })} aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
          {label}<Icon name="chevronDown" size={12} className={styles.mark} />
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from wherever the focus is inside. */}
      <div id={id} className={joined(styles.content, className)} data-open={isOpen || undefined} onKeyDown={onKeyDown}>{children}</div>
    </>
  )
}
