import type { Locale } from '../../../domain/session/locales.ts'

/** What a page needs at once: parts of the built app, and what it reads of the API; `frame` is what is painted before any script runs. */
export type FirstPage = { parts: (locale: Locale) => string[]; reads: string[]; frame: 'portal' | 'letter' }

type Maker = (parameters: { id: string; search: URLSearchParams }) => Omit<FirstPage, 'parts'> & { parts: string[]; words: string[] }

export const sessionRead = '/session'
const shell = { parts: ['portal', 'src/app/portal-routes.tsx'], words: ['portal', 'more'], frame: 'portal' as const }

/** The first rows of a list, as its page asks for them. */
function rowsOf(path: string, view: URLSearchParams, always: Record<string, string> = {}): string {
  const asked = new URLSearchParams({ ...always, limit: '60' })
  for (const [name, value] of view) if (value.trim()) asked.set(name, value.trim())
  asked.sort()
  return `${path}?${asked.toString()}`
}

/** Each begins with what its screen asks for first. A page that asks otherwise works as well and asks itself. */
const pages: readonly [pattern: RegExp, page: Maker][] = [
  [/^\/customers$/, ({ search }) => ({
    parts: ['portal'], words: ['portal'], frame: 'portal',
    reads: [sessionRead, rowsOf('/customers', search, { sort: 'companyName' })],
  })],
  [/^\/customers\/(?<id>[0-9a-f-]{36})$/, ({ id }) => ({
    ...shell, parts: [...shell.parts, 'src/pages/customers/customer-page.tsx'], reads: [sessionRead, `/customers/${id}`],
  })],
  [/^\/invitations$/, ({ search }) => ({
    parts: [...shell.parts, 'src/pages/invitations/invitations-page.tsx'], words: [...shell.words, 'answer'], frame: 'portal',
    reads: [sessionRead, rowsOf('/invitations', search)],
  })],
  [/^\/delegated-admin$/, ({ search }) => ({
    parts: [...shell.parts, 'src/pages/gdap/gdap-list-page.tsx'], words: [...shell.words, 'answer', 'delegated-admin'], frame: 'portal',
    reads: [sessionRead, rowsOf('/delegated-admin/relationships', search), '/delegated-admin/expiry'],
  })],
  [/^\/$/, () => ({
    ...shell, parts: [...shell.parts, 'src/pages/home/home-page.tsx'], words: [...shell.words, 'answer'], reads: [sessionRead],
  })],
  [/^\/accept\/(?<id>[\w-]{43})$/, ({ id }) => ({
    parts: ['src/pages/invitations/acceptance-page.tsx'], words: [], frame: 'letter', reads: [sessionRead, `/acceptance/${id}`],
  })],
]

/** Pages that belong to nobody yet. */
const outside = /^\/(?:sign-in|signed-out|stop-reminders|approve|join|welcome)(?:\/|$)/

/** The beginning of the page at this address; undefined where the page brings nothing with it. */
export function firstPageOf({ pathname, searchParams: search }: URL, isKnown: boolean): FirstPage | undefined {
  for (const [pattern, make] of pages) {
    const match = pattern.exec(pathname)
    if (match && (isKnown || pathname.startsWith('/accept/'))) return inLanguage(make({ id: match.groups?.['id'] ?? '', search }))
  }
  return isKnown && !outside.test(pathname) ? inLanguage({ ...shell, reads: [sessionRead] }) : undefined
}

const inLanguage = ({ parts, words, ...page }: ReturnType<Maker>): FirstPage => ({
  ...page, parts: (locale) => [...parts, ...words.map((part) => `virtual:words/${locale}/${part}.js`)],
})
