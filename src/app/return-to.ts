/**
 * Returns the address's place to go after signing in: a path of this origin, else the home page. Refuses disguised addresses elsewhere
 * (`//host`, `/\host`, `javascript:`) and the sign-in page.
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
  // `/.//host` has this origin until its dots are resolved.
  return path.startsWith('//') ? '/' : path
}
