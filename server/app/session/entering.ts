import { type Identity, identityIn } from '../../../domain/session/identity.ts'
import { likelyLocale } from '../../../domain/session/likely-locale.ts'
import { unknownCountry } from '../../../domain/organizations/kinds.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { directoryRolesIn } from '../../../domain/people/held-roles.ts'
import type { Ports } from '../ports.ts'
import { type Entered, type IdentityProvider, SignInRefused } from './identity-providers.ts'
import { recordOfSignIn } from './sign-in-record.ts'

/** The person behind checked claims. Throws {@link SignInRefused} without a directory. */
export function identityOf({ claims, tenantId }: Pick<Entered, 'claims' | 'tenantId'>): Identity {
  if (tenantId === undefined) throw new SignInRefused('sign_in.no_tenant', 'The ID token names no tenant (tid)')
  return identityIn(claims, tenantId)
}

/**
 * Lets a person in whom an identity provider vouches for: into its tenant's organisation or, from a tenant that is unknown here, as a
 * visitor. Throws {@link SignInRefused} when the organisation is of another cloud, gives the person no role here, or lets the person in no
 * more; who was turned away for want of a role is known from then on, so that a Global admin can give one.
 */
export async function enter(ports: Pick<Ports, 'store' | 'now' | 'newId'>, provider: IdentityProvider, identity: Identity) {
  const { store, newId } = ports
  const now = ports.now().toISOString()
  const organization = (await store.visitors.organizationOfTenant(identity.tenantId)) ?? (await visit(ports, provider, identity))
  const { displayName: name, cloud } = organization
  const who = { account: identity.account, organization: name, tenant: identity.tenantId }
  if (cloud !== provider.cloud)
    throw new SignInRefused('sign_in.other_cloud', `The organisation is of the cloud ${cloud}, the provider of ${provider.cloud}`, who)
  const record = recordOfSignIn({ organization, displayName: identity.displayName, email: identity.email }, now)
  const { userId, roles, isRemoved } = await store.people.enter(entering(identity, organization, newId()), now, record)
  if (isRemoved) throw new SignInRefused('sign_in.removed', 'A Global admin of the organisation has removed the person', who)
  if (roles.length === 0 && identity.lacksGroups)
    throw new SignInRefused('sign_in.too_many_groups', 'The ID token leaves the groups out, for their number', who)
  if (roles.length === 0) throw new SignInRefused('sign_in.no_role', 'No claim gives the person a role', who)
  return { organization, roles, userId }
}

/** What the provider says of the person's roles here. */
export const heldAt = ({ directoryRoles, claims }: Identity['held'], { kind }: Organization) =>
  ({ directory: directoryRolesIn(directoryRoles, kind), claims })

const entering = ({ held, subject, displayName, email, locale }: Identity, organization: Organization, newId: string) => ({
  ...heldAt(held, organization),
  organization,
  subject,
  newId,
  displayName,
  email,
  locale,
  usualLocale: organization.country === unknownCountry ? 'en' as const : (likelyLocale(organization.country) ?? 'en' as const),
})

const visit = (
  { store, newId, now }: Pick<Ports, 'store' | 'now' | 'newId'>, { cloud }: IdentityProvider, { tenantId, domain, country }: Identity,
) =>
  store.visitors.visit(
    { id: newId(), tenantId, displayName: domain ?? tenantId, domain: domain ?? '', cloud, country: country ?? unknownCountry },
    now().toISOString(),
  )
