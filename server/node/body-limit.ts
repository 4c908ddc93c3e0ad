import { hostProblem } from './host-problem.ts'
import type { Middleware } from './portal-env.ts'

const mebibyte = 1024 * 1024

const limitOf = (path: string) => (/^\/api\/[\w-]+\/import\/?$/.test(path) ? 32 * mebibyte : mebibyte)

/** 413 for a body that says it is too long before reading any of it, and for one that turns out to be, as soon as it does. */
export const bodyLimit: Middleware = async (c, next) => {
  const limit = limitOf(c.req.path)
  const announced = c.req.header('Content-Length')
  if (announced !== undefined && Number(announced) > limit) return hostProblem(c, { status: 413, code: 'request.too_large' })
  if (announced !== undefined || !c.req.raw.body) return next()
  const counted = countedBody(c.req.raw.body, limit)
  const replaced = { method: c.req.method, body: counted.body, duplex: 'half' as const }
  c.req.raw = new Request(c.req.raw, replaced)
  await next()
  if (counted.exceeded()) c.res = hostProblem(c, { status: 413, code: 'request.too_large' })
}

function countedBody(body: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number) {
  let length = 0
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      length += chunk.byteLength
      if (length > limit) controller.error(new RangeError('The body is too long'))
      else controller.enqueue(chunk)
    },
  })
  return { body: body.pipeThrough(counter), exceeded: () => length > limit }
}
