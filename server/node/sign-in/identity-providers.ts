import type { Logger } from 'pino'
import type { IdentityProviders } from '../../app/session/identity-providers.ts'
import { openIdentityProvider } from './identity-provider.ts'
import { readIssuers, type SignInSettings } from './issuer-settings.ts'

/** Where a provider sends people back to: an address of its own where there are several. */
export const callbackOf = (publicUrl: string, { id }: { id: string }, isAlone: boolean): string =>
  `${publicUrl}/api/session/callback${isAlone ? '' : `/${id}`}`

/** The identity providers of the settings; a tenant that one of them is for is no other's. Throws `BadIssuer`. */
export async function openIdentityProviders(settings: SignInSettings, publicUrl: string, log: Logger): Promise<IdentityProviders> {
  const issuers = await readIssuers(settings)
  const tenants = new Set(issuers.flatMap(({ tenant }) => tenant ?? []))
  return {
    all: issuers.map((issuer) => openIdentityProvider(issuer, callbackOf(publicUrl, issuer, issuers.length === 1), tenants)),
    report: ({ outcome, ...facts }) =>
      outcome === 'done' ? log.info(facts, 'Somebody signed in') : log.warn({ outcome, ...facts }, 'A sign-in did not succeed'),
  }
}
