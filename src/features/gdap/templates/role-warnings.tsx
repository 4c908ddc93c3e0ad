import { templateWarning } from '../../../../domain/gdap/roles/template-rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Marked } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'

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
