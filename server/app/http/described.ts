import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { locales } from '../../../domain/session/locales.ts'
import type { TokenScope } from '../../../domain/tokens/scopes.ts'
import { asGuest, requireActor, requireLately } from './api.ts'
import { problems } from './documented.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Request = NonNullable<RouteConfig['request']>
type Responses = RouteConfig['responses']

const forAnybody = <Verb extends Method>(method: Verb) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({ method, path, middleware: asGuest, request, responses })

const forActor = <Verb extends Method>(method: Verb, scope?: TokenScope) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({
      method, path, middleware: requireActor(scope), request, responses,
      security: [{ session: [] }, ...(scope === undefined ? [] : [{ accessToken: [scope] }])],
    })

const withScope = (scope?: TokenScope) => ({
  get: forActor('get', scope), post: forActor('post', scope), put: forActor('put', scope), patch: forActor('patch', scope),
  delete: forActor('delete', scope),
})

/** Describes a route that needs no sign-in; to it an access token is nobody. */
export const anybody = { get: forAnybody('get'), post: forAnybody('post'), delete: forAnybody('delete') }

/** Describes a route that answers 401 before it reads anything else, unless a person is signed in; it is closed to access tokens. */
export const signedIn = withScope()

/** Describes a route that is open to whoever is signed in, and to access tokens with this scope. */
export const scoped = {
  read: withScope('read'), invite: withScope('invite'), delegatedAdmin: withScope('delegated_admin'), import: withScope('import'),
  audit: withScope('audit'),
}

const forActorLately = <Verb extends Method>(method: Verb) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({
      method, path, middleware: [requireActor(), requireLately] as const, request, responses, security: [{ session: [] }],
    })

/** Describes a route that also answers 403 `session.sign_in_again` unless the person proved lately who they are. */
export const signedInLately = {
  post: forActorLately('post'), put: forActorLately('put'), patch: forActorLately('patch'), delete: forActorLately('delete'),
}

/** Of a write: the key that makes it at most once, and the version that it was decided on. */
export const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })

export const keyHeader = headers.pick({ 'idempotency-key': true })

export const byId = { params: z.object({ id: z.uuid() }) }

export const inLanguage = z.object({ language: z.enum(locales).optional() }).strict()

export const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

/** The refusals of a write of one row. */
export const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)
