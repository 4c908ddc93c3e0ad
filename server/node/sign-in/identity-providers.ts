import type { Logger } from 'pino'
import type { IdentityProviders } from '../../app/session/identity-providers.ts'
import { openIdentityProvider } from './identity-provider.ts'
import { readIssuers, type SignInSettings } from './issuer-settings.ts'

/** The identity providers of the settings; a tenant that one of them is for is no other's. Throws `BadIssuer`. */
export async function openIdentityProviders(settings: SignInSettings, publicUrl: string, log: Logger): Promise<IdentityProviders> {
  const issuers = await readIssuers(settings)
  const redirectUri = `${publicUrl}/api/session/callback`
  const tenants = new Set(issuers.flatMap(({ tenant }) => tenant ?? []))
  return {
    all: issuers.map((issuer) => openIdentityProvider(issuer, redirectUri, tenants)),
    report: ({ outcome, ...facts }) =>
      outcome === 'done' ? log.info(facts, 'Somebody signed in') : log.warn({ outcome, ...facts }, 'A sign-in did not succeed'),
  }
}
