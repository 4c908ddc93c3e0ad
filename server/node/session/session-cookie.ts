import { parse } from 'hono/utils/cookie'
import type { Ports } from '../../app/ports.ts'

/**
 * Keeps the session token in a cookie that scripts cannot read and other sites cannot send with a write. On https it is `__Host-tessera`,
 * which no subdomain or plain-text response can overwrite. On http (this machine, a trial) it is `tessera` without `Secure`, since Safari
 * drops Secure cookies there even on loopback.
 */
export function sessionCookie(publicUrl: string): Ports['session'] {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-tessera' : 'tessera'
  const set = (value: string, expires: Date) =>
    new Headers({
      'Set-Cookie': `${name}=${value}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    })
  return {
    // Ignores values that no token has.
    read: (request) => /^[\w-]{1,256}$/.exec(parse(request.headers.get('Cookie') ?? '', name)[name] ?? '')?.[0],
    start: set,
    // Without "storage": theme and language belong to the browser; the page removes the person's data.
    end: () => {
      const headers = set('', new Date(0))
      headers.set('Clear-Site-Data', '"cache"')
      return headers
    },
  }
}
