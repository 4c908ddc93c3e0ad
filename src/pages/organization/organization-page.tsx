import { useQuery } from '@tanstack/react-query'
import { canChangeOrganization } from '../../../domain/organizations/rules.ts'
import { RegisteredFacts, SaidFacts } from '../../features/organizations/organization-facts.tsx'
import { OrganizationForm } from '../../features/organizations/organization-form.tsx'
import { organizationQueries } from '../../features/organizations/organization-requests.ts'
import { renewSession, useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** What an organisation says of itself, and what it was registered as. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canChangeOrganization(actor)
  const { data: profile, ...query } = useQuery(organizationQueries.own())
  return (
    <OrganizationFrame title={t('organization.title')} lead={t('organization.lead', { organization: actor.organization.displayName })}>
      {!profile ? <NotYet query={query} lines={8} /> : (
        <Stack gap={4}>
          <Card title={t('organization.profile')}>
            {verdict.allowed ? <OrganizationForm key={profile.etag} profile={profile} onSaved={renewSession} /> : (
              <Stack gap={3}>
                <SaidFacts profile={profile} />
                <Reason refusal={verdict} />
              </Stack>
            )}
          </Card>
          <Card title={t('organization.registered')}>
            <Stack gap={3}>
              <Text tone="muted">{t('organization.registered.text')}</Text>
              <RegisteredFacts profile={profile} />
            </Stack>
          </Card>
        </Stack>
      )}
    </OrganizationFrame>
  )
}
