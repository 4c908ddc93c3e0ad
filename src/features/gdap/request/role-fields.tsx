import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Stack } from '../../../ui/looks/layout.tsx'
import { RolePicker } from '../roles/role-picker.tsx'
import styles from './request.module.css'
import { TemplateSelect } from './template-select.tsx'

type Props = { actor: Actor; roles: readonly string[]; error?: string | undefined; onChange: (roles: string[]) => void }

/** Chooses roles by template, then by name, effect or task (BR-102a). */
export function RoleFields({ actor, roles, error, onChange }: Props) {
  const { t } = useWords()
  return (
    <Stack gap={4} ruled="after" pad="0 0 6" className={styles.section}>
      <TemplateSelect actor={actor} roles={roles} onChange={onChange} />
      <RolePicker label={t('gdap-requests.roles')} value={roles} error={error} onChange={onChange} />
    </Stack>
  )
}
