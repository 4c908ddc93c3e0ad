import { SessionList } from '../../features/session/session-list.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { OrganizationFrame } from './organization-frame.tsx'

/** One's own sign-ins. */
export function Component() {
  const { t } = useWords()
  return (
    <OrganizationFrame title={t('organization.page.sessions')} lead={t('organization.sessions.lead')}>
      <SessionList />
    </OrganizationFrame>
  )
}
