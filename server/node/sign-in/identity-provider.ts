import { createRemoteJWKSet, customFetch as keyFetch, decodeJwt, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { tenantIn } from '../../../domain/session/identity.ts'
import { IdentityClaims } from '../../../domain/session/schemas.ts'
import { type Entered, type IdentityProvider, SignInRefused } from '../../app/session/identity-providers.ts'
import { checkIssuedAt, refusalOf } from './refusals.ts'
import type { IssuerSettings } from './issuer-settings.ts'

const timeoutSeconds = 10
const scope = 'openid profile email offline_access'
const backChannelEvent = 'http://schemas.openid.net/event/backchannel-logout'
/** A provider's description is read anew after this many milliseconds. */
const describedFor = 60_000
/** Where the library knows of issuers that stand for many tenants. */
const manyTenants = 'https://login.microsoftonline.com'
const placeholder = '{tenantid}'

const notALogout = () => new SignInRefused('sign_in.not_trusted', 'The logout token is none')

function claimsOf(token: string) {
  try {
    return decodeJwt(token)
  } catch {
    throw notALogout()
  }
}

/**
 * One OpenID Connect provider, through openid-client. It keeps nothing but the provider's description, for a minute: a provider that is
 * away or has new keys is met as it is by the next call. ID tokens' signatures are checked although they come over TLS.
 */
export function openIdentityProvider(
  settings: IssuerSettings, redirectUri: string, foreignTenants: ReadonlySet<string>,
): IdentityProvider {
  const { id, name, cloud, tenant } = settings
  const isForMany = /\/(organizations|common)(\/|$)/.test(settings.issuer.pathname)
  const isPlain = settings.issuer.protocol === 'http:'
  let logoutKeys: { address: string; keys: ReturnType<typeof createRemoteJWKSet> } | undefined
  let described: { at: number; body: string } | undefined

  /** Serves the provider's description from memory while it is fresh, and leads to the provider's own host. */
  const ownFetch = async (asked: string, init: object): Promise<Response> => {
    const url = isForMany ? asked.replace(manyTenants, settings.issuer.origin) : asked
    const isDescription = url.includes('/.well-known/')
    const headers = { 'Content-Type': 'application/json' }
    if (isDescription && described && Date.now() - described.at < describedFor) return new Response(described.body, { headers })
    const answer = await fetch(url, init)
    if (!isDescription || !answer.ok) return answer
    described = { at: Date.now(), body: await answer.text() }
    return new Response(described.body, { headers })
  }

  /** Kept with what they have read: whatever anybody sends, the provider is asked for new ones twice a minute at most. */
  const keysAt = (address: string) => {
    if (logoutKeys?.address !== address)
      logoutKeys = { address, keys: createRemoteJWKSet(new URL(address), { [keyFetch]: ownFetch, timeoutDuration: timeoutSeconds * 1000 }) }
    return logoutKeys.keys
  }

  async function configuration(): Promise<client.Configuration> {
    const { pathname } = settings.issuer
    const config = await client.discovery(
      isForMany ? new URL(pathname, manyTenants) : settings.issuer, settings.clientId, undefined, settings.authentication, {
        [client.customFetch]: ownFetch,
        timeout: timeoutSeconds,
        execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
      },
    )
    const { issuer } = config.serverMetadata()
    if (isForMany && !(issuer.includes(placeholder) && new URL(issuer).origin === settings.issuer.origin))
      throw new SignInRefused('sign_in.not_trusted', `The provider of many tenants calls itself ${issuer}`)
    return config
  }

  const told = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work()
    } catch (error) {
      throw refusalOf(error)
    }
  }

  /** The tenant that the claims are of, where this provider may speak for it. */
  function tenantOf(claims: IdentityClaims): string | undefined {
    const said = tenantIn(claims)
    const account = claims.preferred_username ?? claims.email ?? claims.sub
    const other = said !== undefined && (tenant === undefined ? foreignTenants.has(said) : said !== tenant)
    if (other) throw new SignInRefused('sign_in.other_tenant', 'The token is of another tenant', { account, tenant: said })
    return tenant ?? said
  }

  return {
    id,
    name,
    cloud,
    begin: ({ state, nonce, verifier, maxAge, offersOthers, account, language }) =>
      told(async () =>
        client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ui_locales: language,
          ...(maxAge !== undefined && { max_age: String(maxAge) }),
          ...(offersOthers && { prompt: 'select_account' }),
          ...(account && { login_hint: account }),
        }),
      ),
    finish: (query, { state, nonce, verifier, maxAge }) =>
      told(async () => {
        const tokens = await client.authorizationCodeGrant(await configuration(), new URL(query, redirectUri), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(maxAge !== undefined && { maxAge }),
        })
        return enteredWith(tokens)
      }),
    refresh: (refreshToken, subject) =>
      told(async () => {
        try {
          const tokens = await client.refreshTokenGrant(await configuration(), refreshToken)
          const entered = enteredWith(tokens)
          return entered.claims.sub === subject ? entered : undefined
        } catch (error) {
          if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return undefined
          throw error
        }
      }),
    loggedOut: (token) =>
      told(async () => {
        const { issuer, jwks_uri: keys } = (await configuration()).serverMetadata()
        const { iss, tid } = claimsOf(token)
        if (iss !== (isForMany ? issuer.replace(placeholder, tenantIn({ tid: String(tid) }) ?? '') : issuer)) return undefined
        const { payload } = await jwtVerify(token, keysAt(keys ?? ''), {
          audience: settings.clientId, requiredClaims: ['iat', 'jti', 'events'],
        })
        const { iat = 0, sid, sub, events } = payload
        if ('nonce' in payload || typeof events !== 'object' || events === null || !(backChannelEvent in events)) throw notALogout()
        checkIssuedAt(iat)
        return {
          at: new Date((iat + 1) * 1000).toISOString(),
          ...(typeof sid === 'string' && { session: sid }),
          ...(typeof sub === 'string' && { subject: sub }),
        }
      }),
  }

  function enteredWith(tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers): Entered {
    const all = tokens.claims()
    const read = IdentityClaims.safeParse(all)
    if (!all || !read.success) throw new SignInRefused('sign_in.not_trusted', 'The ID token has no sub')
    checkIssuedAt(all.iat)
    const session = all['sid']
    return {
      claims: read.data,
      tenantId: tenantOf(read.data),
      authTime: all.auth_time,
      session: typeof session === 'string' ? session : undefined,
      refreshToken: tokens.refresh_token,
    }
  }
}
