import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { locales } from '../../../domain/session/locales.ts'
import { requireActor, requireLately } from './api.ts'
import { problems } from './documented.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Request = NonNullable<RouteConfig['request']>
type Responses = RouteConfig['responses']

const forAnybody = <Verb extends Method>(method: Verb) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({ method, path, request, responses })

const forActor = <Verb extends Method>(method: Verb) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({ method, path, middleware: requireActor, request, responses })

/** Describes a route that needs no sign-in. */
export const anybody = { get: forAnybody('get'), post: forAnybody('post'), delete: forAnybody('delete') }

/** Describes a route that answers 401 before it reads anything else, unless somebody is signed in. */
export const signedIn = {
  get: forActor('get'), post: forActor('post'), put: forActor('put'), patch: forActor('patch'), delete: forActor('delete'),
}

const forActorLately = <Verb extends Method>(method: Verb) =>
  <Path extends string, Asked extends Request, Answers extends Responses>(path: Path, request: Asked, responses: Answers) =>
    createRoute({ method, path, middleware: [requireActor, requireLately] as const, request, responses })

/** Describes a route that also answers 403 `session.sign_in_again` unless the person proved lately who they are. */
export const signedInLately = { post: forActorLately('post') }

/** Of a write: the key that makes it at most once, and the version that it was decided on. */
export const headers = z.object({ 'idempotency-key': z.string().optional(), 'if-match': z.string().optional() })

export const keyHeader = headers.pick({ 'idempotency-key': true })

export const byId = { params: z.object({ id: z.uuid() }) }

export const inLanguage = z.object({ language: z.enum(locales).optional() }).strict()

export const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

/** The refusals of a write of one row. */
export const refusals = problems(400, 401, 403, 404, 409, 412, 415, 422)
