import { Hono } from 'hono'
import type { Logger } from 'pino'
import { acceptanceGuard } from './http/acceptance-guard.ts'
import { accessLog } from './http/access-log.ts'
import { apiDocs } from './http/api-docs.ts'
import { bodyArrival, type Patience } from './load/body-arrival.ts'
import { compressJson } from './http/compress-json.ts'
import { createGuessLimit } from './load/guess-limit.ts'
import { hostProblem } from './http/host-problem.ts'
import { loadShedding } from './load/load-shedding.ts'
import { isForThisMachine } from './loopback.ts'
import type { Metrics } from './upkeep/metrics.ts'
import { tokenRate, type TokenRate } from './load/token-rate.ts'
import { forOperators } from './http/operator-token.ts'
import { mayChangeThings } from './http/origin-check.ts'
import { createHostCheck, type OwnAddress } from './http/own-hosts.ts'
import type { Middleware, PortalEnv } from './portal-env.ts'
import { reportFailure } from './report-failure.ts'
import { rememberAddress } from './http/request-address.ts'
import { requestContext } from './http/request-context.ts'
import { createRouteNames } from './http/route-names.ts'
import { securityHeaders } from './http/security-headers.ts'
import { sessionCookie } from './session/session-cookie.ts'
import type { StaticFiles } from './http/static-files.ts'
import type { Ask, Documents } from './pages/documents.ts'

export type Api = { fetch(request: Request): Response | Promise<Response> }

export type PortalParts = {
  api: Api
  /** Throws when the store is unavailable. */
  ping: () => Promise<void>
  /** False while a clock jump waits for a person. */
  isTimeTrusted?: () => boolean
  own: OwnAddress
  trustedProxies: number
  staticFiles: StaticFiles
  /** Absent: every page is a file. */
  documents?: Documents
  metrics: Metrics
  /** Gives other machines access to metrics and the API's description. */
  metricsToken?: string | undefined
  log: Logger
  patience?: Patience
  /** How often an access token may ask. */
  tokenRate?: TokenRate
  /** API requests at once before further ones are refused. */
  mostAtOnce?: number
}

const readinessTimeout = 2_000

/** Everything that one process serves: the API, server middleware and the built app. */
export async function createPortal(parts: PortalParts): Promise<Hono<PortalEnv>> {
  const { api, own, metrics, log } = parts
  const portal = new Hono<PortalEnv>()
  const session = sessionCookie(own.publicUrl)
  portal.use(
    withHeaders((request) => securityHeaders(own.publicUrl, request)),
    requestContext(createRouteNames(await pathsOf(api)), parts.trustedProxies),
    metrics.measure,
    accessLog(log),
  )
  portal.onError((error, c) => {
    reportFailure(log, error, c.get('requestId'))
    return hostProblem(c, { status: 500, code: 'server.failed' })
  })

  portal.get('/healthz', (c) => c.json({ status: 'alive' }))
  portal.get('/readyz', async (c) => {
    if (!(await isReady(parts.ping))) return c.json({ status: 'not_ready' }, 503)
    return c.json({ status: 'ready', ...(parts.isTimeTrusted?.() === false && { clock: 'held' }) })
  })
  portal.use(ownHostsOnly(own))
  const onlyThisMachine = isForThisMachine({ ...own, trustedProxies: parts.trustedProxies })
  const operators = forOperators({ onlyThisMachine, token: parts.metricsToken })
  portal.get('/metrics', operators, async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }))

  portal.use('/api/docs/*', operators)
  portal.route('/api/docs', apiDocs())
  portal.use(
    '/api/*', noStore, compressJson, sameOriginWrites(own), tokenRate(parts.tokenRate), bodyArrival(parts.patience),
    loadShedding(parts.mostAtOnce ?? 1_000),
  )
  portal.use('/api/acceptance/*', acceptanceGuard(createGuessLimit(() => performance.now()), log))
  portal.all('/api/*', (c) => {
    rememberAddress(c.req.raw, c.get('address'))
    return api.fetch(c.req.raw)
  })
  portal.all('*', (c) => {
    const { raw } = c.req
    const ask: Ask = async (path, language) => portal.fetch(askedFor(raw, path, language), c.env)
    return parts.documents?.(raw, ask, session.read(raw) !== undefined) ?? parts.staticFiles(raw)
  })
  return portal
}

/** What a page would ask of the API by itself, in the same name. Unattended, since a session's new cookie could not be sent any more. */
function askedFor({ url, headers }: Request, path: string, language: string): Request {
  const asked = new Headers(headers)
  asked.delete('Accept-Encoding')
  asked.set('Accept', 'application/json, application/problem+json')
  asked.set('Accept-Language', language)
  asked.set('Tessera-Unattended', '1')
  return new Request(new URL(`/api${path}`, url), { headers: asked })
}

const withHeaders = (headers: (request: Request) => Readonly<Record<string, string>>): Middleware => async (c, next) => {
  await next()
  // What is no page has a stricter policy of its own.
  const own = c.res.headers.get('Content-Security-Policy')
  for (const [name, value] of Object.entries(headers(c.req.raw))) c.res.headers.set(name, value)
  if (own !== null) c.res.headers.set('Content-Security-Policy', own)
}

const noStore: Middleware = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
}

const ownHostsOnly = (own: OwnAddress): Middleware => {
  const isOwn = createHostCheck(own)
  return async (c, next) => (isOwn(c.req.url) ? next() : hostProblem(c, { status: 421, code: 'request.host_unknown' }))
}

const sameOriginWrites = (own: OwnAddress): Middleware => async (c, next) =>
  mayChangeThings(c.req.raw, own) ? next() : hostProblem(c, { status: 403, code: 'request.cross_site' })

async function isReady(ping: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(() => resolve(false), readinessTimeout) })
  const answer = ping().then(() => true, () => false)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

async function pathsOf(api: Api): Promise<string[]> {
  const answer = await api.fetch(new Request('http://localhost/api/openapi.json'))
  const { paths } = (await answer.json()) as { paths: Record<string, unknown> }
  return [...Object.keys(paths).map((path) => (path.startsWith('/api') ? path : `/api${path}`)), '/api/openapi.json', '/api/docs']
}
