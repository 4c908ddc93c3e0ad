import { createHash, timingSafeEqual } from 'node:crypto'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from '../portal-env.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Reads `Bearer TOKEN`, or a browser's Basic form of it with any user name. */
function tokenIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? []
  if (scheme.toLowerCase() !== 'basic') return value
  const pair = Buffer.from(value, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

/** Restricts a route to this machine, or to holders of the token. */
export function forOperators({ onlyThisMachine, token }: { onlyThisMachine: boolean; token: string | undefined }): Middleware {
  const wanted = token === undefined ? undefined : digest(token)
  return async (c, next) => {
    if (onlyThisMachine) return next()
    if (!wanted) return hostProblem(c, { status: 403, code: 'request.operator_token_unset' })
    if (timingSafeEqual(digest(tokenIn(c.req.header('Authorization') ?? '')), wanted)) return next()
    const refused = hostProblem(c, { status: 401, code: 'request.operator_token_wrong' })
    refused.headers.set('WWW-Authenticate', 'Bearer, Basic realm="Tessera"')
    return refused
  }
}
