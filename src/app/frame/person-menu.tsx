import { useNavigate } from 'react-router'
import type { Actor } from '../../../domain/session/actor.ts'
import { signOut } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { Menu } from '../../ui/overlays/menu.tsx'
import type { Item } from '../../ui/overlays/menu-popover.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { mayLeave } from '../../ui/forms/use-unsaved.ts'
import { demoReset } from '../demo.ts'
import { paths } from '../paths.ts'
import menuStyles from '../../ui/overlays/menu.module.css'
import styles from './person-menu.module.css'

export function PersonMenu({ actor: { user, organization } }: { actor: Actor }) {
  const { t, formatList } = useWords()
  const navigate = useNavigate()
  const reset = demoReset()
  const leave = async () => {
    if (!(await mayLeave())) return
    try {
      await signOut()
      await navigate(paths.signedOut)
    } catch {
      showToast(t('app.sign_out.failed'), 'danger')
    }
  }
  const restart = async () => {
    if (await mayLeave()) await reset?.()
  }
  const items: Item[] = [
    { id: 'tokens', icon: 'key', label: t('app.nav.tokens'), onAction: () => void navigate(paths.tokens) },
    { id: 'sign-out', icon: 'signOut', label: t('app.sign_out'), onAction: () => void leave() },
  ]
  if (reset) {
    const [label, description] = [t('app.demo.reset'), t('app.demo.reset.what')]
    items.unshift({ id: 'reset', icon: 'refresh', label, description, onAction: () => void restart() })
  }
  return (
    <Menu label={t('app.person', { name: user.displayName })} items={items} className={styles.button ?? ''}
      trigger={
        <>
          <span className={styles.initials} aria-hidden="true">{initialsOf(user.displayName)}</span>
          <span className={menuStyles.caption}>{t('app.nav.account')}</span>
        </>
      }
      header={
        <Stack gap="half" tone="muted" text="caption" breaks className={styles.person}>
          <strong>{user.displayName}</strong>
          <span>{user.email}</span>
          <span>{formatList(user.roles.map((role) => t(`ui.role.${role}`)))}</span>
          <span>{t('app.person.organization', { name: organization.displayName, kind: t(`ui.kind.${organization.kind}`) })}</span>
        </Stack>
      } />
  )
}

/** Two initials for names with spaces, else the last two characters. */
function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  if (parts.length < 2) return Array.from(name).slice(-2).join('')
  return [parts[0], parts.at(-1)].map((part) => Array.from(part ?? '')[0] ?? '').join('').toUpperCase()
}
