import type { ComponentProps, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './button.module.css'
import { Icon, type IconName } from '../marks/icon.tsx'
import { joined } from '../joined.ts'

/** `accent` at most once a view; `danger` for what cannot be undone. */
export type ButtonVariant = 'plain' | 'accent' | 'subtle' | 'danger'

type Look = { variant?: ButtonVariant | undefined; icon?: IconName; size?: 'medium' | 'large' | undefined; wide?: boolean | undefined }

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'onClick'> & Look & {
  onPress?: (() => void) | undefined
  /** Keeps the button's place and focus while work runs; presses do nothing. */
  pending?: boolean
}

const classOf = ({ variant = 'plain', size = 'medium', wide }: Look, more?: string) =>
  joined(styles.button, styles[variant], size === 'large' && styles.large, wide && 'wide', more)

/** Has no `disabled`: an action that may be refused is an ActionButton. */
export function Button(props: ButtonProps) {
  const { variant, icon, size, wide, pending = false, onPress, type = 'button', className, children, ...button } = props
  const blocked = pending || button['aria-disabled'] === true
  return (
    <button {...button} type={type} aria-disabled={blocked || undefined} data-pending={pending || undefined}
      className={classOf({ variant, size, wide }, className)}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onPress?.()
      }}>
      <Inside icon={icon} pending={pending}>{children}</Inside>
    </button>
  )
}

/** A link that looks like a button, for actions that navigate. */
export function ButtonLink({ variant, icon, size, wide, className, children, ...link }: LinkProps & Look) {
  return (
    <Link {...link} className={classOf({ variant, size, wide }, className)}>
      <Inside icon={icon} pending={false}>{children}</Inside>
    </Link>
  )
}

/** `word`: a shorter label for phones. */
type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & { icon: IconName; label: string; word?: string }

/** A button with an icon alone; `label` is its name, visible on phones, which have no hover. */
export function IconButton({ icon, label, word = label, variant = 'subtle', className, ...button }: IconButtonProps) {
  return (
    <Button {...button} variant={variant} aria-label={label} title={label} className={joined(styles.iconOnly, className)}>
      <Icon name={icon} size={20} />
      <span className={styles.word}>{word}</span>
    </Button>
  )
}

function Inside({ icon, pending, children }: { icon: IconName | undefined; pending: boolean; children: ReactNode }) {
  return (
    <>
      {pending ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span className={styles.inside}>{children}</span>
    </>
  )
}
