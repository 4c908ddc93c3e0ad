import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../../domain/session/locales.ts'
import { type Ask, type Documents, loadDocuments } from './documents.ts'

const page = (name: string) => `src/pages/${name}-page.tsx`
const made = ['customers/customer', 'invitations/invitations', 'gdap/gdap-list', 'home/home', 'invitations/acceptance'].map(page)

const manifest = {
  'index.html': { file: 'assets/index.js', src: 'index.html', imports: ['_base.js'], css: ['assets/index.css'] },
  '_base.js': { file: 'assets/base.js', name: 'base' },
  '_portal.js': { file: 'assets/portal.js', name: 'portal', imports: ['_base.js', '_small.js'], css: ['assets/portal.css'] },
  '_small.js': { file: 'assets/small.js', name: 'small', imports: ['_portal.js'] },
  ...Object.fromEntries(['src/app/portal-routes.tsx', ...made].map((src) => [src, { file: `assets/${src.split('/').at(-1)}.js`, src }])),
  ...Object.fromEntries(locales.flatMap((locale) => ['portal', 'more', 'answer', 'delegated-admin'].map((part) =>
    [`virtual:words/${locale}/${part}.js`, { file: `assets/${locale}-${part}.js` }]))),
}
const html = `<!doctype html><html><head><script type="module" crossorigin src="/assets/index.js"></script>
<link rel="modulepreload" crossorigin href="/assets/base.js"></head><body><div id="app"><div><svg></svg></div></div></body></html>`

let directory: string
let documents: Documents
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tessera-documents-'))
  await writeFile(join(directory, 'index.html'), html)
  await writeFile(join(directory, '.manifest.json'), JSON.stringify(manifest))
  documents = await loadDocuments(directory)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const answering: Ask = async (path) => Response.json({ of: path }, { headers: { ETag: '"1"' } })
const token = 'a'.repeat(43)

async function read(path: string, { ask = answering, isKnown = true, ...init }: RequestInit & { ask?: Ask; isKnown?: boolean } = {}) {
  const response = await documents(new Request(`http://localhost${path}`, init), ask, isKnown)
  return response && { response, text: await response.text() }
}

async function answersIn(path: string, options?: Parameters<typeof read>[1]) {
  const { text } = (await read(path, options)) ?? { text: '' }
  const [, json = ''] = /<script type="application\/json" id="early-answers">(.*?)<\/script>/s.exec(text) ?? []
  return JSON.parse(json) as { locale: string; answers: Record<string, { status: number; body: unknown }> }
}

describe('the document of a page', () => {
  it('names each file once, before the page asks for it', async () => {
    const { text } = (await read('/customers', { headers: { 'Accept-Language': 'ko,en;q=0.5' } })) ?? { text: '' }
    const [head = ''] = text.split('</head>')
    expect(head.match(/\/assets\/[\w.-]+/g)).toEqual([
      '/assets/index.js', '/assets/base.js', '/assets/portal.css', '/assets/small.js', '/assets/portal.js', '/assets/ko-portal.js',
    ])
    expect(text).toContain('<div class="first-frame" data-kind="portal" aria-hidden="true"><div><svg></svg><b>Tessera</b></div>')
  })

  it.each([
    ['/customers', '/session', '/customers?limit=60&sort=companyName'],
    ['/customers?search=%20wood&sort=-lastEventAt', '/session', '/customers?limit=60&search=wood&sort=-lastEventAt'],
    ['/customers/018cc251-f400-7001-8000-000000000001', '/session', '/customers/018cc251-f400-7001-8000-000000000001'],
    ['/invitations?turn=reseller', '/session', '/invitations?limit=60&turn=reseller'],
    ['/delegated-admin', '/session', '/delegated-admin/relationships?limit=60', '/delegated-admin/expiry'],
    ['/', '/session'],
    ['/rules', '/session'],
    [`/accept/${token}`, '/session', `/acceptance/${token}`],
  ])('%s brings %s and what else it reads first', async (path, ...reads) => {
    expect(Object.keys((await answersIn(path)).answers)).toEqual(reads)
  })

  it.each(['/sign-in', '/signed-out', '/approve/1', '/assets/none.js', '/mark.svg'])('%s is a file', async (path) => {
    expect(await read(path)).toBeUndefined()
  })

  it('is a file for whoever has no session, and for what only asks for its headers', async () => {
    expect(await read('/customers', { isKnown: false })).toBeUndefined()
    expect(await read('/customers', { method: 'HEAD' })).toBeUndefined()
    expect(Object.keys((await answersIn(`/accept/${token}`, { isKnown: false })).answers)).toHaveLength(2)
  })

  it('asks in the language that the browser spoke last, else in that of the account', async () => {
    const headers = { Cookie: 'language=pt-BR', 'Accept-Language': 'de' }
    expect((await answersIn('/customers', { headers, ask: async (_path, locale) => Response.json({ locale }) })).answers['/session'])
      .toMatchObject({ body: { locale: 'pt-BR' } })
    expect((await answersIn('/customers', { headers: { Cookie: 'language=xx', 'Accept-Language': 'de-AT' } })).locale).toBe('de')
    const account: Ask = async () => Response.json({ user: { locale: 'ru' } })
    expect((await answersIn('/customers', { headers: { 'Accept-Language': 'de' }, ask: account })).locale).toBe('ru')
  })

  it('has no words of others that begin a tag', async () => {
    const ask: Ask = async () => Response.json({ name: '</script><script>alert(1)</script>' })
    expect((await read('/customers', { ask }))?.text).not.toContain('<script>alert')
    expect((await answersIn('/', { ask: async () => Response.json({ name: '</script><b>' }) })).answers['/session'])
      .toMatchObject({ body: { name: '</script><b>' } })
  })

  it('brings refusals, and leaves out what failed, came too late or may be asked again soon', async () => {
    const by: Record<string, Ask> = {
      '/session': async () => Response.json({ code: 'session.required' }, { status: 401 }),
      '/delegated-admin/relationships?limit=60': async () => Response.json({}, { status: 503 }),
      '/delegated-admin/expiry': () => new Promise(() => {}),
    }
    const ask: Ask = (path, locale) => by[path]?.(path, locale) ?? Promise.reject(new Error('none'))
    const { answers } = await answersIn('/delegated-admin', { ask })
    expect(answers).toEqual({ '/session': { status: 401, etag: null, body: { code: 'session.required' } } })
    expect((await answersIn('/', { ask: () => Promise.reject(new Error('gone')) })).answers).toEqual({})
  })

  it.each([
    ['br', brotliDecompressSync], ['gzip', gunzipSync],
  ] as const)('comes as %s, its head before what is read', async (encoding, unpack) => {
    let answer = () => {}
    const asked = new Promise<void>((resolve) => { answer = resolve })
    const ask: Ask = async (path) => {
      await asked
      return answering(path, 'en')
    }
    const headers = { 'Accept-Encoding': encoding, Cookie: 'language=en' }
    const response = await documents(new Request('http://localhost/customers', { headers }), ask, true)
    expect(response?.headers.get('Content-Encoding')).toBe(encoding)
    const parts: Uint8Array[] = []
    const reader = response?.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
    const first = await reader.read()
    if (first.value) parts.push(first.value)
    answer()
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value)
    expect(unpack(Buffer.concat(parts)).toString()).toMatch(/^<!doctype html>.*early-answers.*<\/html>$/s)
  })

  it('is not stored, and not compressed where it holds a link', async () => {
    expect((await read('/customers'))?.response.headers.get('Cache-Control')).toBe('no-store')
    const answer = await read(`/accept/${token}`, { headers: { 'Accept-Encoding': 'br' } })
    expect(answer?.response.headers.get('Content-Encoding')).toBeNull()
  })

  it('is a file where the app was built without a list of its files, and an error where a page has none', async () => {
    const other = join(directory, 'other')
    await mkdir(other)
    await writeFile(join(other, 'index.html'), html)
    expect((await loadDocuments(other))(new Request('http://localhost/customers'), answering, true)).toBeUndefined()
    await writeFile(join(other, '.manifest.json'), '{}')
    const empty = await loadDocuments(other)
    await expect(empty(new Request('http://localhost/customers'), answering, true)).rejects.toThrow(/has no portal/)
  })
})
