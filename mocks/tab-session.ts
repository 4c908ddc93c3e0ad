import type { Ports } from '../server/app/ports.ts'

/** Replaces the cookie, which all tabs share: each tab is its own person. */
const header = 'tessera-tab-session'
const key = 'tessera.session'

/** The API's side: a host's session port. */
export const tabSessionPort: Ports['session'] = {
  read: (request) => request.headers.get(header) ?? undefined,
  start: (token) => new Headers({ [header]: token }),
  end: () => new Headers({ [header]: '' }),
}

/** The tab's side: keeps the token over reloads, until the tab ends. */
export const withTabSession = (fetch: (request: Request) => Promise<Response>) => async (request: Request): Promise<Response> => {
  const token = sessionStorage.getItem(key)
  const headers = new Headers(request.headers)
  if (token !== null) headers.set(header, token)
  const response = await fetch(new Request(request, { headers }))
  const answer = response.headers.get(header)
  if (answer === '') forgetTabSession()
  else if (answer !== null) sessionStorage.setItem(key, answer)
  return response
}

export const forgetTabSession = (): void => sessionStorage.removeItem(key)
