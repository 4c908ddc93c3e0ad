import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'
import type { RoleInWords } from '../../../domain/gdap/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { Skeleton } from '../../ui/waiting/skeleton.tsx'
import { useRoles } from './role-queries.ts'

/** Roles with explanations and Microsoft's mark of privileged ones. */
export function RoleList({ roles }: { roles: readonly string[] }) {
  const { t } = useWords()
  const { byId, ordered, roles: known, error } = useRoles()
  return (
    <Stack as="ul" gap={3} aria-busy={!known && !error}>
      {ordered(roles).map((id) => {
        const role = byId.get(id)
        return (
          <Stack as="li" gap={1} key={id}>
            <Row as="span" gap="1 2" align="center" text="strong" breaks hyphens>
              {role || known || error
                ? <span>{role?.name ?? t('delegated-admin.role.unknown', { id })}</span>
                : <Skeleton width="180px" />}
              <RoleMark role={role ?? { id, isPrivileged: false }} />
            </Row>
            {role && <Text as="span" tone="muted">{role.allows}</Text>}
          </Stack>
        )
      })}
    </Stack>
  )
}

/** Microsoft's mark of a privileged role. */
export function RoleMark({ role: { id, isPrivileged } }: { role: Pick<RoleInWords, 'id' | 'isPrivileged'> }) {
  const { t } = useWords()
  if (id === globalAdministrator) return <Badge tone="danger">{t('delegated-admin.role.everything')}</Badge>
  return isPrivileged && <Badge tone="caution" icon="key">{t('delegated-admin.role.privileged')}</Badge>
}
