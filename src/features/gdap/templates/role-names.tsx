import { Badge } from '../../../ui/marks/badge.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Row } from '../../../ui/looks/layout.tsx'
import { useRoles } from '../role-queries.ts'
import styles from './templates.module.css'

/** Role names side by side; marks those that the catalogue has lost. */
export function RoleNames({ roles, label }: { roles: readonly string[]; label?: string }) {
  const { t } = useWords()
  const { roles: known, byId, ordered } = useRoles()
  return (
    <Row as="ul" gap={1} aria-label={label}>
      {ordered(roles).map((id) => {
        const role = byId.get(id)
        if (known && !role) {
          const name = t('delegated-admin.role.unknown', { id })
          return <li key={id}><Badge tone="danger" icon="refused">{`${name}\u00a0· ${t('role-templates.gone')}`}</Badge></li>
        }
        return <Box as="li" key={id} box="surface-sunken" breaks className={styles.chip}>{role?.name ?? '…'}</Box>
      })}
    </Row>
  )
}
