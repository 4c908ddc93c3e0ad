import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useRoles } from '../role-queries.ts'
import styles from './templates.module.css'

/** Roles by name alone, side by side; one that the catalogue has no longer is marked. */
export function RoleNames({ roles, label }: { roles: readonly string[]; label?: string }) {
  const { t } = useWords()
  const { roles: known, byId, ordered } = useRoles()
  return (
    <ul className={styles.names} aria-label={label}>
      {ordered(roles).map((id) => {
        const role = byId.get(id)
        if (known && !role) {
          const name = t('delegated-admin.role.unknown', { id })
          return <li key={id}><Badge tone="danger" icon="refused">{`${name}\u00a0· ${t('role-templates.gone')}`}</Badge></li>
        }
        return <li key={id} className={styles.chip}>{role?.name ?? '…'}</li>
      })}
    </ul>
  )
}
