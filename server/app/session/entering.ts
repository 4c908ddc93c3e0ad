import { type Identity, identityIn, rolesIn } from '../../../domain/session/identity.ts'
import { likelyLocale } from '../../../domain/session/likely-locale.ts'
import { unknownCountry } from '../../../domain/organizations/kinds.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Role } from '../../../domain/session/roles.ts'
import type { Ports } from '../ports.ts'
import { type Entered, type IdentityProvider, SignInRefused } from './identity-providers.ts'

/** The person behind checked claims. Throws {@link SignInRefused} without a directory. */
export function identityOf({ claims, tenantId }: Pick<Entered, 'claims' | 'tenantId'>): Identity {
  if (tenantId === undefined) throw new SignInRefused('sign_in.no_tenant', 'The ID token names no tenant (tid)')
  return identityIn(claims, tenantId)
}

/**
 * Lets a person in whom an identity provider vouches for: into its tenant's organisation or, from a tenant that is unknown here, as a
 * visitor. Throws {@link SignInRefused} when the organisation is of another cloud, or gives the person no role here.
 */
export async function enter(ports: Pick<Ports, 'store' | 'now' | 'newId'>, provider: IdentityProvider, identity: Identity) {
  const { store, newId } = ports
  const now = ports.now().toISOString()
  const organization = (await store.people.organizationOfTenant(identity.tenantId)) ?? (await visit(ports, provider, identity))
  const { displayName: name, cloud } = organization
  const who = { account: identity.account, organization: name, tenant: identity.tenantId }
  if (cloud !== provider.cloud)
    throw new SignInRefused('sign_in.other_cloud', `The organisation is of the cloud ${cloud}, the provider of ${provider.cloud}`, who)
  const roles = rolesIn(identity.held, organization.kind)
  if (roles.length === 0) {
    await store.people.leave(organization.id, identity.subject)
    throw new SignInRefused('sign_in.no_role', 'No claim gives the person a role', who)
  }
  return { organization, roles, userId: await store.people.enter(entering(identity, organization, roles, newId()), now) }
}

const entering = (identity: Identity, { id, country }: Organization, roles: readonly Role[], newId: string) => ({
  organizationId: id,
  subject: identity.subject,
  newId,
  displayName: identity.displayName,
  email: identity.email,
  roles,
  locale: identity.locale,
  usualLocale: country === unknownCountry ? 'en' as const : (likelyLocale(country) ?? 'en' as const),
})

const visit = (
  { store, newId, now }: Pick<Ports, 'store' | 'now' | 'newId'>, { cloud }: IdentityProvider, { tenantId, domain, country }: Identity,
) =>
  store.people.visit(
    { id: newId(), tenantId, displayName: domain ?? tenantId, domain: domain ?? '', cloud, country: country ?? unknownCountry },
    now().toISOString(),
  )
