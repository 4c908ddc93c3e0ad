import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { PortalEnv } from '../portal-env.ts'
import { tokenRate } from './token-rate.ts'

const portalWith = (requests: number) => {
  const portal = new Hono<PortalEnv>()
  portal.use(tokenRate({ requests, seconds: 60 }))
  portal.all('*', (c) => (c.req.header('Authorization') === 'Bearer unknown' ? c.body(null, 401) : c.text('done')))
  return (authorization?: string) => portal.request('/', authorization === undefined ? {} : { headers: { Authorization: authorization } })
}

it('counts each token by itself, and says how many requests are left', async () => {
  const ask = portalWith(2)
  for (const [token, left] of [['Bearer one', 1], ['Bearer two', 1], ['Bearer one', 0]] as const) {
    const answer = await ask(token)
    expect([answer.status, answer.headers.get('RateLimit-Policy')]).toEqual([200, '"token";q=2;w=60'])
    expect(answer.headers.get('RateLimit')).toMatch(new RegExp(`^"token";r=${left};t=(60|59)$`))
  }
  const over = await ask('Bearer one')
  expect([over.status, over.headers.get('RateLimit')?.split(';')[1]]).toEqual([429, 'r=0'])
  expect(Number(over.headers.get('Retry-After'))).toBeGreaterThan(50)
  expect(await over.json()).toMatchObject({ code: 'token.too_many_requests', params: { limit: 2 } })
  expect((await ask('Bearer two')).status).toBe(200)
})

it('leaves alone what comes without a token, and counts none that nobody knows', async () => {
  const ask = portalWith(1)
  for (let count = 0; count < 3; count += 1) {
    expect([(await ask()).headers.get('RateLimit'), (await ask()).status]).toEqual([null, 200])
    expect([(await ask('Bearer unknown')).status, (await ask('Bearer unknown')).headers.get('RateLimit')]).toEqual([401, null])
  }
})
