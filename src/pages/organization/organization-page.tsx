import { useQuery } from '@tanstack/react-query'
import { canChangeOrganization } from '../../../domain/organizations/rules.ts'
import { AgreementCard } from '../../features/organizations/agreement-card.tsx'
import { DomainsCard } from '../../features/organizations/domains-card.tsx'
import { LogoCard } from '../../features/organizations/logo-card.tsx'
import { RegisteredFacts, SaidFacts } from '../../features/organizations/organization-facts.tsx'
import { OrganizationForm } from '../../features/organizations/organization-form.tsx'
import { organizationQueries } from '../../features/organizations/organization-requests.ts'
import { renewSession, useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Line, Stack, Text } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** What an organisation says of itself, and what it was registered as. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canChangeOrganization(actor)
  const { data: profile, ...query } = useQuery(organizationQueries.own())
  const imitates = useQuery(organizationQueries.domains()).data?.standing.imitates
  return (
    <OrganizationFrame title={t('organization.title')} lead={t('organization.lead', { organization: actor.organization.displayName })}>
      {!profile ? <NotYet query={query} lines={8} /> : (
        <Stack gap={4}>
          <Card title={t('organization.profile')}>
            {imitates && (
              <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" after={4}>
                <Icon name="caution" size={20} tone="caution" /><span>{t(`organization.imitates.${imitates}`)}</span>
              </Line>
            )}
            {verdict.allowed ? <OrganizationForm key={profile.etag} profile={profile} onSaved={renewSession} /> : (
              <Stack gap={3}>
                <SaidFacts profile={profile} />
                <Reason refusal={verdict} />
              </Stack>
            )}
          </Card>
          {actor.organization.kind === 'indirect_reseller' && <AgreementCard actor={actor} />}
          <LogoCard organization={profile.displayName} verdict={verdict} isHidden={Boolean(imitates)} />
          <DomainsCard verdict={verdict} />
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
