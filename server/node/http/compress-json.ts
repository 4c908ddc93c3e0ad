import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Middleware } from '../portal-env.ts'
import { acceptedEncoding } from './accepted-encoding.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const worthIt = 1024

/**
 * Compresses JSON; event streams, progress lines and files pass unchanged. Responses with a link are not compressed: a secret beside text
 * of the caller's choice would leak (BREACH). The ETag stays, since it names a row's version, not bytes.
 */
export const compressJson: Middleware = async (c, next) => {
  await next()
  const { res } = c
  const type = res.headers.get('Content-Type') ?? ''
  if (!/^application\/(problem\+)?json\b/.test(type) || !res.body || res.headers.has('Content-Encoding')) return
  res.headers.append('Vary', 'Accept-Encoding')
  const encoding = acceptedEncoding(c.req.header('Accept-Encoding'))
  if (!encoding || c.req.method !== 'GET' || holdsLink(c.get('route'))) return
  const plain = Buffer.from(await res.arrayBuffer())
  const headers = new Headers(res.headers)
  if (plain.length < worthIt) {
    c.res = new Response(plain, { status: res.status, headers })
    return
  }
  const squeezed = encoding === 'br'
    ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
    : await gzipped(plain)
  headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(squeezed.length))
  c.res = undefined
  c.res = new Response(squeezed, { status: res.status, headers })
}

const holdsLink = (route: string) => route.endsWith('/message')
