import { useNavigate } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink, type ButtonVariant } from './button.tsx'
import type { IconName } from '../marks/icon.tsx'
import { Row } from '../looks/layout.tsx'
import { Menu } from '../overlays/menu.tsx'
import styles from './page-actions.module.css'

export type PageAction = { to: string; label: string; icon?: IconName; variant?: ButtonVariant }

type Props = {
  actions: readonly PageAction[]
  /** Actions that a large screen shows elsewhere. */
  more?: readonly PageAction[]
}

/** A page's links: a row of buttons, or a menu where space is short. */
export function PageActions({ actions, more = [] }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const all = [...actions.toReversed(), ...more]
  const buttons = actions.map(({ label, ...link }) => <ButtonLink key={link.to} {...link}>{label}</ButtonLink>)
  if (all.length < 2) return buttons
  const variant = actions.find((action) => action.variant === 'accent')?.variant ?? 'plain'
  return (
    <>
      <Row gap={2} className={styles.row}>{buttons}</Row>
      <div className={styles.menu}>
        <Menu label={t('grid.actions')} variant={variant} items={all.map(({ to, label, icon }) => ({
          id: to, label, ...(icon && { icon }), onAction: () => void navigate(to),
        }))} />
      </div>
    </>
  )
}
