import { OwnData } from '../../features/people/own-data.tsx'
import { SessionList } from '../../features/session/session-list.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** One's own sign-ins. */
export function Component() {
  const { t } = useWords()
  return (
    <OrganizationFrame title={t('organization.page.sessions')} lead={t('organization.sessions.lead')}>
      <Stack gap={4}>
        <SessionList />
        <OwnData actor={useActor()} />
      </Stack>
    </OrganizationFrame>
  )
}
