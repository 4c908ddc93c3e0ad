/**
 * Returns the address's place to go after signing in: a path of this portal, else the home page. Refuses disguised addresses elsewhere
 * (`//host`, `/\\host`, dots that dissolve into them, `javascript:`) and the sign-in page.
 */
export function safeReturnTo(wanted: string | null): string {
  if (wanted === null || !/^\/[^\s\p{Cc}]*$/u.test(wanted)) return '/'
  const [path = ''] = wanted.split(/[?#]/)
  const isPlain = !/\\|\/\/|\/(\.|%2e){1,2}(\/|$)/i.test(path)
  return isPlain && path !== '/sign-in' ? wanted : '/'
}
