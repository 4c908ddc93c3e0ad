import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadStaticFiles, type StaticFiles } from './static-files.ts'

const script = 'console.log("tessera")\n'.repeat(100)
let directory: string
let files: StaticFiles

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tessera-dist-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Tessera</title>')
  await writeFile(join(directory, 'assets', 'app-1a2b.js'), script)
  await writeFile(join(directory, 'assets', 'app-1a2b.js.br'), brotliCompressSync(script))
  await writeFile(join(directory, '.sources'), 'hash')
  await writeFile(join(directory, 'bill-of-materials.cdx.json'), '{}')
  await writeFile(join(directory, 'assets', 'font-3c4d.woff2'), 'font')
  files = await loadStaticFiles(directory)
})
afterAll(() => rm(directory, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  files(new Request(`http://localhost${path}`, { method, headers }))
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

it('lets a file with a hash in its name be kept for good', async () => {
  const answer = await get('/assets/app-1a2b.js')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await answer.text()).toBe(script)
})

const pages = ['/', '/customers', '/accept/aToken.withDot', '/invitations/42?state=sent']
it.each(pages)('answers %s with the app, asked for anew each time', async (path) => {
  const answer = await get(path)
  const { status, headers } = answer
  expect([status, headers.get('Cache-Control'), headers.get('Content-Type')]).toEqual([200, 'no-cache', 'text/html; charset=utf-8'])
  expect(await answer.text()).toContain('<title>Tessera</title>')
})

const gone = ['/assets/gone-9z.js', '/assets/', '/favicon.ico', '/robots.txt', '/assets/..%2findex.html', '/bill-of-materials.cdx.json']
it.each(gone)('answers 404 for %s, which is no page', async (path) => {
  expect((await get(path)).status).toBe(404)
})

it('hands out the brotli of the build, and makes gzip itself', async () => {
  const br = await get('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip, deflate, br' })
  expect([br.headers.get('Content-Encoding'), br.headers.get('Vary')]).toEqual(['br', 'Accept-Encoding'])
  expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(script)
  const gzip = await get('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(script)
})

it('keeps the stamp of the build to itself', async () => {
  expect(await (await get('/.sources')).text()).not.toContain('hash')
})

it('does not compress what is compressed', async () => {
  expect((await get('/assets/font-3c4d.woff2', { 'Accept-Encoding': 'br' })).headers.get('Content-Encoding')).toBeNull()
})

it('answers HEAD with the same head and no body', async () => {
  const answer = await get('/assets/app-1a2b.js', {}, 'HEAD')
  expect([answer.status, answer.headers.get('Content-Length'), await answer.text()]).toEqual([200, String(script.length), ''])
})

it('answers 304 when it is still the same', async () => {
  const etag = (await get('/')).headers.get('ETag') ?? ''
  expect((await get('/', { 'If-None-Match': `W/${etag}` })).status).toBe(304)
  expect((await get('/', { 'If-None-Match': '"other"' })).status).toBe(200)
})

it('takes nothing but reading', async () => {
  const answer = await get('/', {}, 'POST')
  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
})

it('says what to do when the app is not built', async () => {
  const none = await loadStaticFiles(join(directory, 'nothing'))
  const answer = await none(new Request('http://localhost/'))
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')])
})
