import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { serveStatic } from 'hono/serve-static'

type Bytes = Buffer<ArrayBuffer>
type StaticFile = { etag: string; plain: Bytes; '.br'?: Bytes; '.gz'?: Bytes }

export type StaticFiles = (request: Request) => Response | Promise<Response>

/**
 * Serves the built app from memory, read once at start. Hashed files are immutable; others revalidate with ETags. Unknown paths get
 * `index.html`, or 404 if they look like a file. The build provides Brotli; the first request makes the rest and gzip.
 */
export async function loadStaticFiles(directory: string): Promise<StaticFiles> {
  const files = existsSync(directory) ? await readAll(directory) : new Map<string, StaticFile>()
  const app = new Hono()
  app.onError((error) => { throw error })
  app.get('*', etag(), (c, next) => {
    const path = files.has(c.req.path) || looksLikeFile(c.req.path) ? c.req.path : '/index.html'
    const file = files.get(path)
    if (!file) return next()
    const getContent = async (wanted: string) => {
      const bytes = await bytesOf(file, wanted.slice(path.length))
      if (bytes) c.header('Content-Length', String(bytes.length))
      return bytes
    }
    const onFound = () => {
      c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      c.header('ETag', file.etag)
      c.header('Vary', 'Accept-Encoding')
    }
    return serveStatic({ root: '/', path, precompressed: true, getContent, onFound })(c, next)
  })
  const notBuilt = `The app is not built: there is no ${join(directory, 'index.html')}. Run npm run build.`
  app.get('*', (c) => (files.size === 0 ? c.text(notBuilt, 503, notStored) : c.text('Not found', 404, notStored)))
  app.all('*', (c) => c.text('Method not allowed', 405, { ...notStored, Allow: 'GET, HEAD' }))
  return (request) => app.fetch(request)
}

const notStored = { 'Cache-Control': 'no-store' }

async function readAll(directory: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = new Map<string, string>(entries.filter((entry) => entry.isFile() && !isOfTheBuild(entry.name)).map((entry) => {
    const file = join(entry.parentPath, entry.name)
    return [`/${relative(directory, file).split(sep).join('/')}`, file]
  }))
  const files = new Map<string, StaticFile>()
  for (const [path, file] of paths) {
    if (path.endsWith('.br') && paths.has(path.slice(0, -3))) continue
    const plain = await readFile(file)
    const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const squeezed = paths.get(`${path}.br`)
    files.set(path, { etag: tag, plain, ...(squeezed && { '.br': await readFile(squeezed) }) })
  }
  return files
}

/** What the build leaves for whoever runs it: its stamp, and what it is made of, which tells visitors too much. */
const isOfTheBuild = (name: string) => name.startsWith('.') || name.endsWith('.cdx.json')

const squeeze = { '.br': promisify<Buffer, Bytes>(brotliCompress), '.gz': promisify<Buffer, Bytes>(gzip) }

async function bytesOf(file: StaticFile, ending: string): Promise<Bytes | null> {
  if (ending === '') return file.plain
  return ending === '.br' || ending === '.gz' ? (file[ending] ??= await squeeze[ending](file.plain)) : null
}

/** Whether an address is of a file rather than of a page. */
export const looksLikeFile = (path: string): boolean =>
  path.startsWith('/assets/') || (!path.startsWith('/accept/') && /\.[a-z0-9]{2,11}$/i.test(path))
