import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import styles from './fold.module.css'
import { Icon, type IconName } from '../marks/icon.tsx'
import { Box } from './layout.tsx'

/** Several folds in a line while closed. */
export const Folds = ({ children }: { children: ReactNode }) => <div className={styles.folds}>{children}</div>

type Props = { label: string; icon?: IconName; children: ReactNode }

/** Shown on a large screen; on a phone or low screen a button opens it and Escape closes it, so that the rows come first. */
export function Fold({ label, icon, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return undefined
    // On the document, after every other use of Escape.
    const close = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const isInside = target instanceof Node && document.getElementById(id)?.contains(target)
      // A large screen has no button to focus.
      if (key !== 'Escape' || defaultPrevented || !isInside || !opener.current?.offsetParent) return
      setOpen(false)
      opener.current.focus()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [isOpen, id])
  return (
    <>
      <div className={`onScreen ${styles.opener}`}>
        <Button ref={opener} {...(icon && { icon })} aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
          <span>{label}</span><Icon name="chevronDown" size={12} className={styles.mark} />
        </Button>
      </div>
      <Box id={id} fixed className={styles.content} data-open={isOpen || undefined}>{children}</Box>
    </>
  )
}
