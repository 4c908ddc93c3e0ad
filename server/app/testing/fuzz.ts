import fc from 'fast-check'
import { Problem } from '../../../domain/problem.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { type Bend, bent, meantRequests } from './fuzz-deeds.ts'
import { junk, type Known, type Schema, valuesOf } from './fuzz-values.ts'
import { everybody, layOut, type Thing } from './isolation-scene.ts'
import type { RouteKey } from './route-keys.ts'
import { companies, type CompanyKey, organizationId, type Person, tenantId } from './people.ts'
import { draft, tokenIn, type World } from './world.ts'

type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema }
type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
type Description = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }
type Asked = {
  method: string
  path: string
  person: Person | undefined
  url: string
  headers: Record<string, string>
  body: string | undefined
  /** Replaces the rest: what the route is for, with headers and one bent value. */
  meant: { pick: number; headers: Record<string, string>; bend: Bend | undefined } | undefined
}

const kibibyte = 1024
/** One streams forever, one describes everything. */
const leftOut = ['GET /api/events', 'GET /api/openapi.json']

const list = `Microsoft ID,Company name,Primary domain name,Relationship\n${tenantId('lucerne')},A,a.example,Advisor\n`

const encoded = (value: unknown): string =>
  encodeURIComponent(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))

function headersOf(): fc.Arbitrary<Record<string, string>> {
  const sometimes = (name: string, weight: number, ...values: string[]) =>
    fc.oneof(
      { weight: 10, arbitrary: fc.constant<Record<string, string>>({}) },
      { weight, arbitrary: fc.constantFrom(...values).map((value) => ({ [name]: value })) },
    )
  return fc
    .tuple(
      sometimes('Idempotency-Key', 4, 'one', 'two', '', 'x'.repeat(129)),
      sometimes('Idempotency-Recall', 1, 'true'),
      sometimes('If-Match', 8, '*', '"1"', '"0"', '1', '""', ','),
      sometimes('Accept-Language', 3, 'ko', 'de;q=x', ';;', 'xx'),
      sometimes('X-Request-Id', 1, 'mine', 'x'.repeat(200)),
      sometimes('Accept', 1, 'text/html', 'application/x-ndjson'),
      sometimes('Last-Event-ID', 1, 'x'),
    )
    .map((each) => Object.assign({}, ...each) as Record<string, string>)
}

const meantHow: fc.Arbitrary<Asked['meant']> = fc.record({
  pick: fc.nat(1_000),
  headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headersOf() }),
  bend: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.record({ at: fc.nat(1_000), value: junk }) }),
})

const brokenBodies = fc.constantFrom(
  '{', 'null', '[]', '"text"', '7', '{"a":1}x', '['.repeat(2_000), '\uFEFF{}', `{"a":"${'x'.repeat(20_000)}"}`,
)

function requestsOf(method: string, path: string, { parameters = [], requestBody }: Operation, known: Known): fc.Arbitrary<Asked> {
  const [type = 'application/json', { schema } = { schema: {} }] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const valuesIn = (place: Parameter['in']) =>
    Object.fromEntries(parameters.filter((each) => each.in === place).map((each) => [each.name, valuesOf(each.schema, known)]))
  const inPath = fc.record(valuesIn('path'))
  const inQuery = fc.record(valuesIn('query'), { requiredKeys: [] })
  const fitting = type === 'text/csv'
    ? fc.constantFrom(list, 'a,b\n"', '')
    : valuesOf(schema, known).map((value) => JSON.stringify(value))
  const body = requestBody
    ? fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: brokenBodies })
    : fc.constantFrom(undefined, '{}')
  const types = fc.oneof(
    { weight: 20, arbitrary: fc.constant(type) },
    { weight: 1, arbitrary: fc.constantFrom('text/csv', 'text/plain', 'application/json; charset=x', '', 'multipart/form-data') },
  )
  const person = fc.constantFrom(...everybody, undefined)
  const meant = fc.oneof({ weight: 3, arbitrary: meantHow }, { weight: 2, arbitrary: fc.constant(undefined) })
  return fc.tuple(inPath, inQuery, headersOf(), body, types, person, meant).map(([params, query, headers, text, contentType, who, how]) => {
    const search = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`).join('&')
    const sends = method !== 'get' && text !== undefined
    return {
      method: method.toUpperCase(), path, person: who, body: sends ? text : undefined, meant: how,
      url: path.replace('/api', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(params[name])) + (search && `?${search}`),
      headers: { ...headers, ...(sends && { 'Content-Type': contentType }) },
    }
  })
}

async function asMeant(asked: Asked, deedFor: ReturnType<typeof meantRequests>): Promise<Asked> {
  const { method, path, meant } = asked
  const deed = meant && (await deedFor(`${method} ${path.replace('/api', '')}` as RouteKey, meant.pick))
  if (!deed) return asked
  const whole = meant.bend && typeof deed.body === 'object' ? bent(deed.body, meant.bend) : deed.body
  const body = typeof whole === 'string' ? whole : JSON.stringify(whole)
  return {
    ...asked, person: deed.by, body, url: deed.path ?? path.replace('/api', ''),
    headers: { ...(body !== undefined && { 'Content-Type': deed.type ?? 'application/json' }), ...deed.headers, ...meant.headers },
  }
}

export type Fuzzed = {
  odd: string[]
  statuses: Record<string, number>
  /** Routes that never did what they are for. */
  neverDone: string[]
}

/**
 * Sends requests that are right or nearly right, from the API's description and its routes' deeds, over rows of several organisations;
 * returns odd responses.
 */
export async function fuzz(world: World, runs: number, seed: number): Promise<Fuzzed> {
  const description = (await (await world.guest('/openapi.json')).json()) as Description
  const things = await layOut(world)
  const known = await knownOf(world, description, things)
  const operations = Object.entries(description.paths)
    .flatMap(([path, verbs]) => Object.entries(verbs).map(([method, operation]) => ({ method, path, operation })))
    .filter(({ method, path }) => !leftOut.includes(`${method.toUpperCase()} ${path}`))
  const rounds = Math.ceil(runs / operations.length)
  const samples = operations.map(({ method, path, operation }, at) =>
    fc.sample(requestsOf(method, path, operation, known), { numRuns: rounds, seed: seed + at }))
  // First what each route is for, as it is meant.
  const meant = { pick: 0, headers: {}, bend: undefined }
  const requests = Array.from({ length: rounds }, (_, round) => samples.flatMap((sample) => sample.slice(round, round + 1)))
    .flatMap((asked, round) => (round === 0 ? asked.map((each) => ({ ...each, meant })) : asked))
  const tokens = new Map<Person, string>()
  const deedFor = meantRequests(world, things, () => tokens.clear())
  const odd: string[] = []
  const statuses: Record<string, number> = {}
  const done = new Set<string>()
  for (const planned of requests) {
    const asked = await asMeant(planned, deedFor)
    const { method, path, person, url, headers, body } = asked
    const token = person && (tokens.get(person) ?? (await world.signIn(person)))
    if (person && token) tokens.set(person, token)
    const call = token === undefined ? world.guest : world.withToken(token)
    const said = `${method} ${url.slice(0, 300)} as ${person ?? 'nobody'} ${JSON.stringify(headers)} ${(body ?? '').slice(0, 400)}`
    const answer = await call(url, { method, headers, ...(body !== undefined && { body }) }).catch((error: unknown) => {
      throw new Error(said, { cause: error })
    })
    const text = await answer.text()
    // Signing in or out ends the session of the next request.
    if (person && (path === '/api/session' || answer.status === 401)) tokens.delete(person)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status < 400) done.add(`${method} ${path}`)
    const fault = faultOf(asked, answer, text, description.paths[path]?.[method.toLowerCase()])
      ?? (answer.status < 400 ? undefined : Problem.safeParse(JSON.parse(text)).error?.message)
    if (fault) odd.push(`${fault}: ${said}`)
  }
  for (const failure of world.failures.splice(0)) odd.push(String(failure))
  const names = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  return { odd, statuses, neverDone: names.filter((name) => !done.has(name)) }
}

function faultOf({ url }: Asked, { status, headers }: Response, text: string, operation: Operation | undefined): string | undefined {
  // An empty id or one with a slash leads to another route.
  const isElsewhere = status === 404 && text.includes('route.not_found')
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (!(String(status) in (operation?.responses ?? {})) && !isElsewhere) return `${status} is not described ${text.slice(0, 200)}`
  if (status >= 400 && headers.get('Content-Type') !== 'application/problem+json') return `${status} is no problem`
  const isAskedFor = Number(new URLSearchParams(url.split('?')[1]).get('limit')) > 50
  if (text.length > 64 * kibibyte && !isAskedFor) return `${text.length} bytes`
  return undefined
}

async function knownOf(world: World, { components }: Description, things: readonly Thing[]): Promise<Known> {
  const sales = await world.as('provider.sales')
  const made: string[] = []
  for (let count = 0; count < 6; count += 1) {
    const answer = await sales('/invitations', { json: draft({ reusable: count % 2 === 0 }) })
    made.push(tokenIn(((await answer.json()) as InvitationWithLink).link))
  }
  const keys = Object.keys(companies) as CompanyKey[]
  return {
    ids: [...things.flatMap(({ id }) => id.split(' ')), ...keys.map(organizationId), ...keys.map(tenantId)], tokens: made,
    schemas: components.schemas,
  }
}
