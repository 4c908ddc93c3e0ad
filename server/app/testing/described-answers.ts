import { z } from '@hono/zod-openapi'
import type { createApp } from '../create-app.ts'

type App = ReturnType<typeof createApp>
type Described = { method: string; path: RegExp; status: number; schema: z.ZodType }

const described = new WeakMap<App, Described[]>()

/** Every JSON answer that the API describes and that is no problem. */
function describedBy(app: App): Described[] {
  const known = described.get(app)
  if (known) return known
  const found = app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, responses } = definition.route
    return Object.entries(responses).flatMap(([status, response]): Described[] => {
      const media = 'content' in response ? response.content?.['application/json'] : undefined
      const schema = media && 'schema' in media ? media.schema : undefined
      if (!(schema instanceof z.ZodType)) return []
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
      return [{ method: method.toUpperCase(), path: pattern, status: Number(status), schema }]
    })
  })
  // A path without a parameter comes before one that would match it too.
  const sorted = found.toSorted((one, other) => Number(one.path.source.includes('[^/]+')) - Number(other.path.source.includes('[^/]+')))
  described.set(app, sorted)
  return sorted
}

/** What of an answer is not as the API describes it, or not the version of the row that it shows. `url` begins after `/api`. */
export async function formFault(app: App, method: string, url: string, answer: Response): Promise<string | undefined> {
  if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) return undefined
  const [path = ''] = url.split('?')
  // The description does not describe itself.
  if (path === '/openapi.json') return undefined
  const schema = describedBy(app).find((each) => each.method === method && each.status === answer.status && each.path.test(path))?.schema
  if (!schema) return `${method} ${path} answers ${answer.status}, which is not described`
  const body = (await answer.clone().json()) as { etag?: unknown; invitation?: { etag?: unknown } }
  const { error } = schema.safeParse(body)
  if (error) return `${method} ${path} is not answered as described: ${error.message}`
  const etag = body.etag ?? body.invitation?.etag
  const header = answer.headers.get('ETag')
  return typeof etag === 'string' && header !== etag ? `${method} ${path} has the ETag ${header} and not ${etag}` : undefined
}
