import { hostname } from 'node:os'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../domain/problem.ts'
import { createMetrics } from './upkeep/metrics.ts'
import { createPortal, type PortalParts } from './portal.ts'
import { loadStaticFiles } from './http/static-files.ts'

const token = 'a-token-for-whoever-runs-it'
const loopback = { publicUrl: 'http://127.0.0.1:8080', host: '127.0.0.1', port: 8080, publicUrlGiven: false, allowedHosts: [] }
const open = { ...loopback, publicUrl: 'http://localhost:8080', host: '0.0.0.0' }
const behind = { ...loopback, publicUrl: 'https://portal.contoso.example', publicUrlGiven: true }
const published = { ...open, publicUrl: 'https://portal.contoso.example', publicUrlGiven: true }

const reached: string[] = []
const api = {
  fetch: (request: Request) => {
    const { pathname } = new URL(request.url)
    reached.push(pathname)
    return Response.json({ paths: {} })
  },
}

async function portalWith(parts: Partial<PortalParts>) {
  return createPortal({
    api,
    ping: () => Promise.resolve(),
    own: loopback,
    trustedProxies: 0,
    staticFiles: await loadStaticFiles('./nothing-is-built-here'),
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    ...parts,
  })
}

describe('a name that somebody makes to point here (DNS rebinding)', () => {
  it.each([
    ['on the loopback address', loopback],
    ['on every address', open],
    ['behind a public name', published],
  ])('%s', async (_where, own) => {
    const portal = await portalWith({ own })
    reached.length = 0
    const paths = ['/', '/api/session', '/api/session/personas', '/api/openapi.json', '/metrics', '/assets/base.js']
    for (const path of paths) {
      const answer = await portal.fetch(new Request(`http://evil.example:8080${path}`, { headers: { Host: 'evil.example:8080' } }), {})
      expect([path, answer.status, ((await answer.json()) as Problem).code]).toEqual([path, 421, 'request.host_unknown'])
    }
    const origin = { Host: 'evil.example:8080', Origin: 'http://evil.example:8080', 'Sec-Fetch-Site': 'same-origin' }
    const write = new Request('http://evil.example:8080/api/session', { method: 'POST', body: '{}', headers: origin })
    expect((await portal.fetch(write, {})).status).toBe(421)
    expect(reached).toEqual([])
  })

  it('is told what to set, and a probe by any name is answered', async () => {
    const portal = await portalWith({ own: open })
    const told = await portal.fetch(new Request('http://evil.example/'), {})
    expect(((await told.json()) as Problem).detail).toMatch(/PUBLIC_URL.*ALLOWED_HOSTS/)
    for (const path of ['/healthz', '/readyz'])
      expect((await portal.fetch(new Request(`http://10.9.8.7:8080${path}`), {})).status).toBe(200)
  })

  it('is not this machine’s name, nor one that was allowed', async () => {
    const portal = await portalWith({ own: { ...open, allowedHosts: ['portal.lan'] } })
    for (const name of [hostname(), 'portal.lan', 'localhost'])
      expect((await portal.fetch(new Request(`http://${name}:8080/api/session`), {})).status).toBe(200)
  })
})

describe('metrics and the description of the API', () => {
  const statusOf = async (parts: Partial<PortalParts>, path: string, authorization?: string) => {
    const portal = await portalWith(parts)
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    const answer = await portal.fetch(new Request(`http://localhost:8080${path}`, { headers }), {})
    return { answer, status: answer.status }
  }
  const basic = `Basic ${Buffer.from(`anybody:${token}`).toString('base64')}`
  const paths = ['/metrics', '/api/docs', '/api/docs/start.js', '/api/docs/swagger-ui.css']

  it.each([
    ['are open to this machine', {}, undefined, 200],
    ['are closed on an open port as long as no token is set', { own: open }, undefined, 403],
    ['cannot be opened by any token then', { own: open }, `Bearer ${token}`, 403],
    ['want the token on an open port', { own: open, metricsToken: token }, undefined, 401],
    ['want the right one', { own: open, metricsToken: token }, `Bearer ${token}x`, 401],
    ['want it behind a proxy too', { trustedProxies: 1, metricsToken: token }, undefined, 401],
    ['and behind one that nobody counted', { own: behind, metricsToken: token }, undefined, 401],
    ['under another name too', { own: { ...loopback, allowedHosts: ['portal.contoso.example'] }, metricsToken: token }, undefined, 401],
    ['take it', { own: open, metricsToken: token }, `Bearer ${token}`, 200],
    ['take it as a browser sends it', { own: open, metricsToken: token }, basic, 200],
  ])('%s', async (_what, parts, authorization, status) => {
    for (const path of paths) expect([path, (await statusOf(parts, path, authorization)).status]).toEqual([path, status])
  })

  it('say which setting opens them, and how it is sent', async () => {
    const unset = await statusOf({ own: open }, '/metrics')
    expect(((await unset.answer.json()) as Problem).detail).toContain('METRICS_TOKEN')
    const wrong = await statusOf({ own: open, metricsToken: token }, '/metrics')
    expect(wrong.answer.headers.get('WWW-Authenticate')).toContain('Bearer')
    expect((await statusOf({ own: open }, '/api/openapi.json')).status).toBe(200)
  })
})
