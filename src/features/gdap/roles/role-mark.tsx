import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { RoleInWords } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Badge } from '../../../ui/marks/badge.tsx'

/** Microsoft's mark of a privileged role. */
export function RoleMark({ role: { id, isPrivileged } }: { role: RoleInWords }) {
  const { t } = useWords()
  if (id === globalAdministrator) return <Badge tone="danger">{t('delegated-admin.role.everything')}</Badge>
  return isPrivileged && <Badge tone="caution" icon="key">{t('delegated-admin.role.privileged')}</Badge>
}
