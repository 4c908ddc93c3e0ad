import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { acceptedEncoding } from './accepted-encoding.ts'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const compressible = /^(?:text\/|application\/(?:json|manifest\+json|wasm)|image\/svg)/

type Bytes = Buffer<ArrayBuffer>
type StaticFile = { type: string; etag: string; immutable: boolean; plain: Bytes; br?: Bytes; gzip?: Bytes }

/** Answers for a path below the built app. */
export type StaticFiles = (request: Request) => Promise<Response>

/**
 * The built app out of memory, read once at start. Files that carry a hash in their name may be kept for good; everything else is asked for
 * again each time and answered 304 when it is the same. Paths that are no file are the app's own pages and get `index.html`, unless they
 * look like a file, which is a 404. Brotli comes from the build; what it left out, and gzip, is made at the first request and kept.
 */
export async function loadStaticFiles(directory: string): Promise<StaticFiles> {
  const files = existsSync(directory) ? await readAll(directory) : new Map<string, StaticFile>()
  return async (request) => {
    const path = decodedPath(new URL(request.url).pathname)
    if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405, 'Method not allowed', { Allow: 'GET, HEAD' })
    const file = files.get(path) ?? (looksLikeFile(path) ? undefined : files.get('/index.html'))
    if (file) return answer(file, request)
    if (files.size === 0) return plainAnswer(503, `The app is not built: there is no ${join(directory, 'index.html')}. Run npm run build.`)
    return plainAnswer(404, 'Not found')
  }
}

async function readAll(directory: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = new Map<string, string>(entries.filter((entry) => entry.isFile()).map((entry) => {
    const file = join(entry.parentPath, entry.name)
    return [`/${relative(directory, file).split(sep).join('/')}`, file]
  }))
  const files = new Map<string, StaticFile>()
  for (const [path, file] of paths) {
    if (path.endsWith('.br') && paths.has(path.slice(0, -3))) continue
    const plain = await readFile(file)
    const squeezed = paths.get(`${path}.br`)
    files.set(path, {
      type: contentTypes[extname(path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
      plain,
      ...(squeezed && { br: await readFile(squeezed) }),
    })
  }
  return files
}

async function answer(file: StaticFile, request: Request): Promise<Response> {
  const headers = new Headers({
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  })
  if (sameTag(request.headers.get('If-None-Match'), file.etag)) return new Response(null, { status: 304, headers })
  const encoding = compressible.test(file.type) ? acceptedEncoding(request.headers.get('Accept-Encoding') ?? undefined) : 'identity'
  const body = encoding === 'identity' ? file.plain : (file[encoding] ??= await squeeze[encoding](file.plain))
  headers.set('Content-Type', file.type)
  headers.set('Content-Length', String(body.length))
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

const squeeze = { br: promisify<Buffer, Bytes>(brotliCompress), gzip: promisify<Buffer, Bytes>(gzip) }

const sameTag = (header: string | null, etag: string) =>
  header !== null && header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)

const looksLikeFile = (path: string) => path.startsWith('/assets/') || (!path.startsWith('/accept/') && /\.[a-z0-9]{2,11}$/i.test(path))

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const plainAnswer = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers } })
