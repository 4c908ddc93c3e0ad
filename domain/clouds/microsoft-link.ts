import type { CloudPolicy } from './cloud-policies.ts'

/** Every host has the URL standard; this folder sees no host's types. */
declare const URL: new (text: string) => {
  readonly protocol: string
  readonly hostname: string
  readonly href: string
  readonly searchParams: { set(name: string, value: string): void }
  hash: string
}

/** Tells whether a Microsoft link may be shown: https, and a host on the cloud's list (section 3.4). */
export function isAllowedMicrosoftLink({ linkHosts }: Pick<CloudPolicy, 'linkHosts'>, link: string): boolean {
  try {
    const { protocol, hostname } = new URL(link)
    return protocol === 'https:' && linkHosts.includes(hostname)
  } catch {
    return false
  }
}

/**
 * Returns Microsoft's own request link of a partner (section 3.1, BR-34, BR-37): it names the partner, holds no customer data and is the
 * same for every customer. Null where the cloud's path is not documented.
 */
export function microsoftLink(
  policy: Pick<CloudPolicy, 'linkHosts' | 'microsoftLinkDocumented'>, partnerTenantId: string, includeDap: boolean,
): string | null {
  const { linkHosts, microsoftLinkDocumented } = policy
  const [host] = linkHosts
  if (!microsoftLinkDocumented || host === undefined) return null
  const url = new URL(`https://${host}/Adminportal/Home`)
  url.searchParams.set('invType', 'ResellerRelationship')
  url.searchParams.set('partnerId', partnerTenantId)
  url.searchParams.set('msppId', '0')
  url.searchParams.set('DAP', String(includeDap))
  url.hash = '#/BillingAccounts/partner-invitation'
  return isAllowedMicrosoftLink(policy, url.href) ? url.href : null
}

/**
 * Returns Microsoft's own approval link of a GDAP relationship (section 3.3); null where the cloud has none or its host is not documented.
 */
export function granularMicrosoftLink(
  policy: Pick<CloudPolicy, 'linkHosts' | 'granularAdmin'>, relationshipId: string,
): string | null {
  const { linkHosts, granularAdmin } = policy
  const [host] = linkHosts
  if (granularAdmin !== 'available' || host === undefined) return null
  const url = new URL(`https://${host}/AdminPortal/Home`)
  url.hash = `#/partners/invitation/granularAdminRelationships/${relationshipId}`
  return isAllowedMicrosoftLink(policy, url.href) ? url.href : null
}
