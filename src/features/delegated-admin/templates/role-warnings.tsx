import { templateWarning } from '../../../../domain/delegated-admin/template-rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Text } from '../../../ui/layout.tsx'
import { RuleLink } from '../../../ui/rule-link.tsx'
import styles from './templates.module.css'

/** What somebody should know who asks with these roles (BR-83, BR-87). */
export function RoleWarnings({ roles, removed }: { roles: readonly string[]; removed: readonly string[] }) {
  const { t } = useWords()
  return (
    <>
      {templateWarning(roles) === 'global_administrator' && (
        <Text tone="caution" className={styles.warning}>
          <Icon name="caution" />
          <span><span>{t('role-templates.global_administrator')}</span> <RuleLink rule="BR-87" /></span>
        </Text>
      )}
      {removed.length > 0 && (
        <Text tone="caution" className={styles.warning}>
          <Icon name="caution" />
          <span><span>{t('role-templates.gone.text', { count: removed.length })}</span> <RuleLink rule="BR-83" /></span>
        </Text>
      )}
    </>
  )
}
