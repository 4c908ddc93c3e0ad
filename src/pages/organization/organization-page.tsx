import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** What the portal knows of one's own organisation. */
export function Component() {
  const { t, formatCountry } = useWords()
  const { organization } = useActor()
  const { displayName, kind, cloud, country, domain, tenantId, partnerId } = organization
  return (
    <OrganizationFrame title={t('organization.title')} lead={t('organization.lead', { organization: displayName })}>
      <Card>
        <Facts facts={[
          [t('organization.fact.name'), <bdi key="name" translate="no">{displayName}</bdi>],
          [t('organization.fact.kind'), t(`ui.kind.${kind}`)],
          [t('organization.fact.cloud'), t(`ui.cloud.${cloud}`)],
          [t('organization.fact.country'), formatCountry(country)],
          [t('organization.fact.domain'), <span key="domain" translate="no">{domain}</span>],
          [t('organization.fact.tenant_id'), <span key="tenant" translate="no">{tenantId}</span>],
          [t('organization.fact.partner_id'), partnerId && <span key="partner" translate="no">{partnerId}</span>],
        ]} />
      </Card>
    </OrganizationFrame>
  )
}
