import { parse } from 'hono/utils/cookie'
import type { Ports } from '../../app/ports.ts'

/**
 * The session token in a cookie that no script can read and no other site can make the browser send with a write.
 * On https it is `__Host-tessera`, which no subdomain and no plain-text answer can overwrite. On http (this machine, a trial) it is plain
 * `tessera` without `Secure`: Safari drops Secure cookies on http even from the loopback address, so nobody could sign in there.
 */
export function sessionCookie(publicUrl: string): Ports['session'] {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-tessera' : 'tessera'
  const set = (value: string, expires: Date) =>
    new Headers({
      'Set-Cookie': `${name}=${value}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    })
  return {
    // A value that no token can have is no token.
    read: (request) => /^[\w-]{1,256}$/.exec(parse(request.headers.get('Cookie') ?? '', name)[name] ?? '')?.[0],
    start: set,
    // Not "storage": a theme and a language are the browser's, not the person's; the page itself takes away what is the person's.
    end: () => {
      const headers = set('', new Date(0))
      headers.set('Clear-Site-Data', '"cache"')
      return headers
    },
  }
}
