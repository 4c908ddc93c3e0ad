import type { OrganizationProfile } from '../../../domain/organizations/schemas.ts'
import { languageNames, useWords } from '../../i18n/use-words.ts'
import { Facts } from '../../ui/looks/facts.tsx'

/** What was set when it was registered. */
export function RegisteredFacts({ profile: { kind, cloud, country, domain, tenantId, partnerId } }: { profile: OrganizationProfile }) {
  const { t, formatCountry } = useWords()
  return (
    <Facts facts={[
      [t('organization.fact.kind'), t(`ui.kind.${kind}`)],
      [t('organization.fact.cloud'), t(`ui.cloud.${cloud}`)],
      [t('organization.fact.country'), formatCountry(country)],
      [t('organization.fact.domain'), domain && <bdi key="domain" translate="no">{domain}</bdi>],
      [t('organization.fact.tenant_id'), <bdi key="tenant" translate="no">{tenantId}</bdi>],
      [t('organization.fact.partner_id'), partnerId && <bdi key="partner" translate="no">{partnerId}</bdi>],
    ]} />
  )
}

/** What it says of itself, for those who cannot change it. */
export function SaidFacts({ profile: { displayName, contact, timeZone, language } }: { profile: OrganizationProfile }) {
  const { t } = useWords()
  const unsaid = t('organization.unsaid')
  return (
    <Facts facts={[
      [t('organization.fact.name'), <bdi key="name" translate="no">{displayName}</bdi>],
      [t('organization.contact'), contact
        ? <bdi key="contact" translate="no">{[contact.name, contact.email, contact.phone].filter(Boolean).join(', ')}</bdi>
        : unsaid],
      [t('organization.time_zone'), timeZone ?? unsaid],
      [t('organization.language'), language ? languageNames[language] : unsaid],
    ]} />
  )
}
