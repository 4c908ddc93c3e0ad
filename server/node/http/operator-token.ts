import { createHash, timingSafeEqual } from 'node:crypto'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from '../portal-env.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** `Bearer TOKEN`, or what a browser makes of it when somebody types it as a password, whatever the name. */
function tokenIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? []
  if (scheme.toLowerCase() !== 'basic') return value
  const pair = Buffer.from(value, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

/** Before what only whoever runs the portal should see: open to this machine alone, otherwise to who has the token. */
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
