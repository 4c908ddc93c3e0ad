import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'
import { parse } from 'hono/utils/cookie'
import type { Locale } from '../../../domain/session/locales.ts'
import { matchLocale } from '../../../domain/session/match-locale.ts'
import { acceptedEncoding } from '../http/accepted-encoding.ts'
import { looksLikeFile } from '../http/static-files.ts'
import { firstPageOf, type FirstPage, sessionRead } from './first-pages.ts'
import { type PageFiles, readPageFiles } from './page-files.ts'

/** Asks this portal's own API as whoever asked for the page. */
export type Ask = (path: string, locale: Locale) => Promise<Response>

/** The document of a page that brings its beginning with it; undefined for all others. */
export type Documents = (request: Request, ask: Ask, isKnown: boolean) => Promise<Response> | undefined

/** Milliseconds that a document waits for what its page reads; then it comes without, and the page asks itself. */
const patience = 1_500

/**
 * Writes documents of the built app that name all files of their page at once, paint its frame before any script runs, and end with what
 * the page reads first: a visit takes one round trip more, not five. What is read never runs as a script.
 */
export async function loadDocuments(directory: string): Promise<Documents> {
  const path = join(directory, 'index.html')
  const filesOf = await readPageFiles(directory)
  return filesOf && existsSync(path) ? documentsOf(await readFile(path, 'utf8'), filesOf) : () => undefined
}

function documentsOf(html: string, filesOf: (parts: readonly string[]) => PageFiles): Documents {
  const [head = '', body = ''] = html.split('</head>')
  return (request, ask, isKnown) => {
    const address = new URL(request.url)
    const page = request.method !== 'GET' || looksLikeFile(address.pathname) ? undefined : firstPageOf(address, isKnown)
    if (!page) return undefined
    return documentOf(page, request, ask)
  }

  async function documentOf(page: FirstPage, request: Request, ask: Ask): Promise<Response> {
    const locale = await localeOf(request, ask)
    const first = `${head}${linksOf(filesOf(page.parts(locale)), head)}</head>${framed(body, page.frame)}`.replace(/<\/body>.*$/s, '')
    const encoding = page.frame === 'portal' ? acceptedEncoding(request.headers.get('Accept-Encoding')) : undefined
    const text = Readable.from(written(first, page, locale, ask))
    const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' })
    if (encoding) headers.set('Content-Encoding', encoding)
    return new Response(Readable.toWeb(encoding ? squeezed(text, encoding) : text) as ReadableStream<Uint8Array>, { headers })
  }
}

async function* written(first: string, page: FirstPage, locale: Locale, ask: Ask): AsyncGenerator<Buffer> {
  yield Buffer.from(first)
  const answers = await Promise.all(page.reads.map(async (path) => [path, await answerOf(path, locale, ask)] as const))
  const early = { locale, answers: Object.fromEntries(answers) }
  const json = JSON.stringify(early).replaceAll('<', '\\u003c')
  yield Buffer.from(`<script type="application/json" id="early-answers">${json}</script></body></html>`)
}

type Answer = { status: number; etag: string | null; body: unknown }

/** Nothing of a failure or a refusal for want of time: the page asks anew, and tells it. */
async function answerOf(path: string, locale: Locale, ask: Ask): Promise<Answer | undefined> {
  try {
    const answer = await Promise.race([ask(path, locale), late()])
    if (!answer || answer.status >= 429) return undefined
    return { status: answer.status, etag: answer.headers.get('ETag'), body: await answer.json() }
  } catch {
    return undefined
  }
}

const late = () => new Promise<undefined>((resolve) => { setTimeout(resolve, patience, undefined).unref() })

/** What this browser's page spoke last, else what the person's account does, else the browser. A page in another language asks itself. */
async function localeOf(request: Request, ask: Ask): Promise<Locale> {
  const wanted = parseAccept(request.headers.get('Accept-Language') ?? '').map(({ type }) => type)
  const kept = parse(request.headers.get('Cookie') ?? '', 'language')['language']
  const account = kept === undefined ? (await answerOf(sessionRead, 'en', ask))?.body : undefined
  const { user } = (account ?? {}) as { user?: { locale?: string } }
  return matchLocale([kept ?? user?.locale ?? [], wanted].flat()) ?? 'en'
}

/** Names the files that the head does not name yet. */
const linksOf = ({ scripts, styles }: PageFiles, head: string): string =>
  [
    ...styles.map((file) => [file, 'stylesheet']), ...scripts.map((file) => [file, 'modulepreload']),
  ].map(([file, kind]) => (head.includes(`"${file}"`) ? '' : `<link rel="${kind}" crossorigin href="${file}">`)).join('')

/** Puts a page's frame in the place of the logo, which it keeps: a bar, and where the content will be. */
const framed = (body: string, kind: FirstPage['frame']): string =>
  body.replace(/<div id="app">.*?(<svg.*?<\/svg>).*?<\/div>\s*(?=<\/body>)/s, (_all, logo: string) => {
    const [bar, content] = [`<div>${logo}<b>Tessera</b></div>`, '<div><i></i><i></i><i></i></div>']
    return `<div id="app"><div class="first-frame" data-kind="${kind}" aria-hidden="true">${bar}${content}</div></div>`
  })

/** Compresses as it comes: the beginning is sent before the rest is known. */
function squeezed(text: Readable, encoding: 'br' | 'gzip'): Readable {
  const packed = encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip()
  const flush = encoding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH
  text.on('data', (part: Buffer) => {
    packed.write(part)
    packed.flush(flush)
  })
  text.on('end', () => packed.end())
  text.on('error', (error) => packed.destroy(error))
  return packed
}
