import { templateWarning } from '../../../../domain/gdap/roles/template-rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { Box, Marked, Row } from '../../../ui/looks/layout.tsx'
import { Badge } from '../../../ui/marks/badge.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
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

/** Warnings about requests with these roles (BR-83, BR-87). */
export function RoleWarnings({ roles, removed }: { roles: readonly string[]; removed: readonly string[] }) {
  const { t } = useWords()
  return (
    <>
      {templateWarning(roles) === 'global_administrator' && (
        <Marked as="p" tone="caution" measure={80}>
          <Icon name="caution" />
          <span><span>{t('role-templates.global_administrator')}</span> <RuleLink rule="BR-87" /></span>
        </Marked>
      )}
      {removed.length > 0 && (
        <Marked as="p" tone="caution" measure={80}>
          <Icon name="caution" />
          <span><span>{t('role-templates.gone.text', { count: removed.length })}</span> <RuleLink rule="BR-83" /></span>
        </Marked>
      )}
    </>
  )
}
