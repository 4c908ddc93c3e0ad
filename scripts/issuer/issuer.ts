import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { type Configuration, Provider } from 'oidc-provider'
import type { Account } from './accounts.ts'
import { accountsPage, leavingPage } from './accounts-page.ts'

/** What the issuer does wrong on purpose. */
export type Faults = {
  /** Changes an ID token's claims before it is signed. */
  claims?: (claims: JWTPayload) => JWTPayload
  /** Changes the signed token. */
  token?: (token: string) => string
  /** Sends it unsigned. */
  unsigned?: boolean
  /** Answers the token endpoint with 503. */
  isIll?: boolean
  /** Takes no refresh token any more, with this error. */
  endsGrants?: 'invalid_grant' | 'interaction_required'
}

export type Issuer = {
  /** What goes into OIDC_ISSUER. */
  url: string
  clientId: string
  clientSecret: string
  faults: Faults
  /** How often its keys were read. */
  keysRead: () => number
  accounts: Account[]
  /** Where the portal hears of logouts. */
  tellOfLogouts: (portalUrl: string) => void
  /** From now on it signs with a new key and knows no other. */
  rotateKeys: () => Promise<void>
  /** A token for the portal with these claims, issued now. */
  sign: (claims: JWTPayload) => Promise<string>
  stop: () => Promise<void>
}

type Options = { accounts: Account[]; port?: number; /** Stands for many tenants, as Entra's `organizations` does. */ forMany?: boolean }

const clientId = 'tessera'
const many = '/organizations/v2.0'

/** Starts an OpenID Connect provider on this machine, for tests and for trying the portal out. */
export async function startIssuer({ accounts, port = 0, forMany = false }: Options): Promise<Issuer> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mount = forMany ? many : ''
  const clientSecret = randomBytes(24).toString('base64url')
  const faults: Faults = {}
  let told: string | undefined
  let key = await newKey()
  let keysRead = 0
  const provider = new Provider(`${origin}${mount}`, {
    ...settingsOf(accounts, clientSecret, `${origin}/logouts`),
    // Its only call is the logout token, to a portal whose address is known later.
    fetch: (_url, init) => passOn(init?.body),
  })
  const callback = /^https?:\/\/(127\.0\.0\.1|localhost):\d+\/api\/session\/callback(\/[a-z0-9-]+)?$/
  provider.Client.prototype.redirectUriAllowed = (uri) => callback.test(uri)

  const issuerOf = ({ tid }: JWTPayload) => (forMany ? `${origin}/${String(tid)}/v2.0` : origin)
  async function signed(token: string): Promise<string> {
    const claims = { ...decodeJwt(token), iss: issuerOf(decodeJwt(token)) }
    const changed = faults.claims?.(claims) ?? claims
    if (faults.unsigned) return new UnsecuredJWT(changed).encode()
    const made = await signedAs(changed)
    return faults.token?.(made) ?? made
  }
  const signedAs = (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.privateKey)

  provider.use(async (ctx, next) => {
    if (ctx.path.endsWith('/token') && faults.isIll) return void (ctx.status = 503)
    await next()
    const body = ctx.body as Record<string, unknown> | undefined
    const { oidc } = ctx as { oidc?: { params?: Record<string, unknown> } }
    if (faults.endsGrants && oidc?.params?.['grant_type'] === 'refresh_token') {
      ctx.status = 400
      ctx.body = { error: faults.endsGrants }
      return
    }
    if (ctx.path.endsWith('/jwks')) {
      keysRead += 1
      ctx.body = { keys: [key.jwk] }
    } else if (ctx.path.endsWith('/openid-configuration') && forMany)
      ctx.body = { ...body, issuer: `${origin}/{tenantid}/v2.0`, authorization_response_iss_parameter_supported: false }
    else if (ctx.path.endsWith('/token') && typeof body?.['id_token'] === 'string')
      ctx.body = { ...body, id_token: await signed(body['id_token']) }
    const location = ctx.response.get('Location')
    if (forMany && location.includes('/api/session/callback')) ctx.set('Location', location.replace(/&iss=[^&]*/, ''))
  })
  /** Signs a logout token with the key that the portal knows. */
  async function passOn(form: unknown): Promise<Response> {
    const token = form instanceof URLSearchParams ? form.get('logout_token') : null
    if (token === null || told === undefined) return new Response()
    const claims = decodeJwt(token)
    const body = new URLSearchParams({ logout_token: await signedAs({ ...claims, iss: issuerOf(claims) }) })
    return fetch(told, { method: 'POST', body })
  }
  const interaction = accountsPage(provider, accounts)
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) return void interaction(request, response)
    if (request.url?.includes('prompt=select_account')) return offerOthers(request.url, response)
    if (mount && request.url?.startsWith(mount)) {
      request.originalUrl = request.url
      request.url = request.url.slice(mount.length)
    }
    void answer(request, response)
  })

  return {
    url: `${origin}${mount}`,
    clientId,
    clientSecret,
    faults,
    keysRead: () => keysRead,
    accounts,
    tellOfLogouts: (portalUrl) => { told = `${portalUrl}/api/session/back-channel-logout` },
    sign: (claims) => signedAs({ iss: issuerOf(claims), aud: clientId, iat: Math.floor(Date.now() / 1000), ...claims }),
    rotateKeys: async () => { key = await newKey() },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomBytes(6).toString('hex')
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } }
}

const settingsOf = (accounts: Account[], clientSecret: string, logoutUri: string): Configuration => ({
  clients: [{
    client_id: clientId, client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['http://127.0.0.1:1/api/session/callback'], grant_types: ['authorization_code', 'refresh_token'],
    backchannel_logout_uri: logoutUri, backchannel_logout_session_required: true,
  }],
  cookies: { keys: [randomBytes(16).toString('hex')] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: leavingPage, postLogoutSuccessSource: leavingPage },
  },
  conformIdTokenClaims: false,
  claims: {
    openid: ['sub', 'tid', 'oid', 'name', 'email', 'preferred_username', 'wids', 'roles', 'groups', 'tenant_ctry',
      'verified_primary_domain', 'sid', 'auth_time'],
  },
  findAccount: (_ctx, id) => {
    const account = accounts.find(({ sub }) => sub === id)
    return account && { accountId: id, claims: () => ({ ...account }) }
  },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  issueRefreshToken: () => true,
  // Whoever has signed in has agreed.
  loadExistingGrant: async (ctx) => {
    const { oidc } = ctx
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' })
    grant.addOIDCScope('openid profile email offline_access')
    await grant.save()
    return grant
  },
})

/** Forgets who signed in last, so that the accounts are offered. */
function offerOthers(url: string, response: ServerResponse): void {
  const forgotten = ['_session', '_session.sig'].map((name) => `${name}=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT`)
  response.writeHead(303, { Location: url.replace(/&prompt=select_account|prompt=select_account&/, ''), 'Set-Cookie': forgotten }).end()
}
