/**
 * The place to go after signing in, out of the address: a path of this origin, otherwise the home page. An address that leads elsewhere,
 * in whatever disguise (`//host`, `/\host`, `javascript:`), is not followed, and neither is one that leads back to the sign-in page.
 */
export function safeReturnTo(wanted: string | null, origin: string): string {
  if (!wanted?.startsWith('/')) return '/'
  let url: URL
  try {
    url = new URL(wanted, origin)
  } catch {
    return '/'
  }
  if (url.origin !== origin || url.pathname === '/sign-in') return '/'
  const path = url.pathname + url.search + url.hash
  // `/.//host` is of this origin until its dots are taken out.
  return path.startsWith('//') ? '/' : path
}
