import { parse } from 'hono/utils/cookie'
import type { Ports } from '../../app/ports.ts'
import { attemptLifetime } from '../../app/session/attempt.ts'

/**
 * Keeps the session token in a cookie that scripts cannot read and other sites cannot send with a write. On https it is `__Host-tessera`,
 * which no subdomain or plain-text response can overwrite. On http (this machine, a trial) it is `tessera` without `Secure`, since Safari
 * drops Secure cookies there even on loopback.
 */
export function sessionCookie(publicUrl: string): Ports['session'] {
  const cookie = cookieOf(publicUrl, 'tessera')
  return {
    read: cookie.read,
    start: cookie.set,
    // Without "storage": theme and language belong to the browser; the page removes the person's data.
    end: () => {
      const headers = cookie.set('', new Date(0))
      headers.set('Clear-Site-Data', '"cache"')
      return headers
    },
  }
}

/** Ties a sign-in to its browser by a cookie of the same kind, which lives as long as a sign-in may take. */
export function browserCookie(publicUrl: string): NonNullable<Ports['browser']> {
  const cookieFor = (signInId: string) => cookieOf(publicUrl, `tessera-sign-in-${signInId.slice(0, 8)}`)
  return {
    read: (request, id) => cookieFor(id).read(request),
    start: (id, token) => cookieFor(id).set(token, new Date(Date.now() + attemptLifetime)),
  }
}

function cookieOf(publicUrl: string, plainName: string) {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? `__Host-${plainName}` : plainName
  return {
    // Ignores values that no token has.
    read: (request: Request) => /^[\w-]{1,256}$/.exec(parse(request.headers.get('Cookie') ?? '', name)[name] ?? '')?.[0],
    set: (value: string, expires: Date) =>
      new Headers({
        'Set-Cookie': `${name}=${value}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
      }),
  }
}
