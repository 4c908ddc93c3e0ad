import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem.ts'
import type { OwnSession, Session } from '../../../domain/session/schemas.ts'
import { type Issuer, startIssuer } from '../../../scripts/issuer/issuer.ts'
import { engines } from '../../store/testing/test-engines.ts'
import { openBrowser, openSignInWorld, people, publicUrl, settingsFor, type SignInWorld } from '../testing/sign-in-world.ts'

const minutes = 60_000

for (const engine of engines)
  describe(engine.name, () => {
    let issuer: Issuer
    let world: SignInWorld
    beforeAll(async () => {
      issuer = await startIssuer({ accounts: Object.values(people) })
      world = await openSignInWorld(engine, [settingsFor(issuer)])
    })
    afterEach(() => {
      world.stopWaiting()
      for (const name of Object.keys(issuer.faults)) Reflect.deleteProperty(issuer.faults, name)
      for (const failure of world.failures) throw failure
    })
    afterAll(async () => {
      await issuer.stop()
      await world.close()
    })

    type Browser = ReturnType<typeof openBrowser>
    const signedIn = async (who: keyof typeof people = 'sales') => {
      const browser = openBrowser(world)
      await browser.signIn(people[who])
      return browser
    }
    const who = async (browser: Browser) => (await (await browser.call('/session')).json()) as Session
    const statusOf = async (browser: Browser, path = '/session', init?: RequestInit) => (await browser.call(path, init)).status
    const sessionsOf = async (browser: Browser) =>
      ((await (await browser.call('/session/sessions')).json()) as { items: OwnSession[] }).items

    it('shows where one is signed in, and ends one of them or all others', async () => {
      const [first, second, third] = [await signedIn(), await signedIn(), await signedIn()]
      const stranger = await signedIn('admin')
      const all = await sessionsOf(third)
      expect(all.map(({ isPresent, address }) => [isPresent, address])).toEqual([
        [true, '203.0.113.7'], [false, '203.0.113.7'], [false, '203.0.113.7'],
      ])
      expect(await statusOf(stranger, `/session/sessions/${all[0]?.id}`, { method: 'DELETE' })).toBe(404)
      expect(await statusOf(third, `/session/sessions/${all[2]?.id}`, { method: 'DELETE' })).toBe(204)
      expect(await statusOf(third, `/session/sessions/${all[2]?.id}`, { method: 'DELETE' })).toBe(404)
      expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([401, 200, 200])
      expect(await statusOf(third, '/session/sessions', { method: 'DELETE' })).toBe(204)
      expect([await statusOf(second), await statusOf(third), await statusOf(stranger)]).toEqual([401, 200, 200])
      expect(await statusOf(third, '/session', { method: 'DELETE' })).toBe(204)
    })

    it('makes a new token at every sign-in, and ends the session before', async () => {
      const browser = await signedIn()
      const [before] = await sessionsOf(browser)
      const tokens = browser.cookies()
      await browser.signIn(people.sales)
      const after = await sessionsOf(browser)
      expect(after.some(({ id }) => id === before?.id)).toBe(false)
      expect(browser.cookies().filter((token) => tokens.includes(token)).length).toBeLessThan(tokens.length)
      await browser.call('/session', { method: 'DELETE' })
    })

    describe('reading the roles again', () => {
      const settled = async (browser: Browser, wanted: object) => {
        await expect.poll(() => who(browser), { timeout: 5_000 }).toMatchObject(wanted)
      }

      it('counts changed roles within minutes, and changes the token once', async () => {
        const browser = await signedIn('admin')
        const before = browser.cookies()
        issuer.faults.claims = (claims) => ({ ...claims, roles: ['HelpdeskAgent'], wids: [] })
        await who(browser)
        expect((await who(browser)).user.roles).toEqual(['global_admin', 'admin_agent'])
        world.wait(5 * minutes + 1)
        await settled(browser, { user: { roles: ['helpdesk_agent'] } })
        await who(browser)
        const after = browser.cookies()
        expect(after.filter((token) => before.includes(token)).length).toBe(before.length - 1)
        expect(await statusOf(browser)).toBe(200)
        await browser.call('/session', { method: 'DELETE' })
      })

      it('gives roles by group as the organisation’s Global admin maps them, and takes them with the mapping at once', async () => {
        issuer.faults.claims = (claims) => ({ ...claims, roles: [], groups: ['7f3c1d2e-0000-4000-8000-00000000abcd'] })
        const boss = await signedIn('admin')
        const map = async (rows: readonly object[]) => {
          const { etag } = (await (await boss.call('/role-mapping')).json()) as { etag: string }
          const headers = { 'Content-Type': 'application/json', 'If-Match': etag }
          return (await boss.call('/role-mapping', { method: 'PUT', body: JSON.stringify({ rows }), headers })).status
        }
        expect(await map([{ claim: '7F3C1D2E-0000-4000-8000-00000000ABCD', role: 'helpdesk_agent' }])).toBe(200)
        const browser = await signedIn('sales')
        expect(await who(browser)).toMatchObject({ user: { roles: ['helpdesk_agent'] } })
        expect(await map([{ claim: 'SalesAgent', role: 'sales_agent' }, { claim: 'AdminAgent', role: 'admin_agent' }])).toBe(200)
        expect(await statusOf(browser)).toBe(401)
        await boss.call('/session', { method: 'DELETE' })
      })

      const token = async (browser: Browser, kind = 'personal', roles?: string[]) => {
        const draft = { name: 'Nightly', kind, scopes: ['read'], expiresInDays: 365, ...(roles && { roles }) }
        const made = await browser.call('/tokens', {
          method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(draft),
        })
        return { status: made.status, value: ((await made.json()) as { token: string }).token }
      }
      const withToken = async (value: string) =>
        (await world.request(`${publicUrl}/api/customers`, { headers: { Authorization: `Bearer ${value}` } })).status

      it('lets personal tokens rest when the sign-in has ended there, or nobody has signed in for 30 days', async () => {
        const browser = await signedIn('admin')
        const { value } = await token(browser)
        expect(await withToken(value)).toBe(200)
        issuer.faults.endsGrants = 'invalid_grant'
        world.wait(5 * minutes + 1)
        await expect.poll(() => statusOf(browser), { timeout: 5_000 }).toBe(401)
        expect(await withToken(value)).toBe(401)
        delete issuer.faults.endsGrants
        await signedIn('admin')
        expect(await withToken(value)).toBe(200)
        world.wait(30 * 24 * 60 * minutes)
        expect(await withToken(value)).toBe(401)
        await signedIn('admin')
        expect(await withToken(value)).toBe(200)
      })

      it('answers the first call after a pause by what the roles are by then', async () => {
        const browser = await signedIn('admin')
        issuer.faults.claims = (claims) => ({ ...claims, roles: ['SalesAgent'], wids: [] })
        world.wait(60 * minutes)
        expect((await who(browser)).user.roles).toEqual(['sales_agent'])
      })

      it.each([
        ['the sign-in has ended there', { endsGrants: 'invalid_grant' }],
        ['no role is left', { claims: (claims: object) => ({ ...claims, roles: [] }) }],
        ['no tenant is named any more', { claims: ({ tid: _gone, ...claims }: { tid?: unknown }) => claims }],
        ['the provider wants the person itself', { endsGrants: 'interaction_required' }],
        ['another person comes back', { claims: (claims: object) => ({ ...claims, sub: 'another' }) }],
      ])('ends the session when %s', async (_what, fault) => {
        const browser = await signedIn()
        Object.assign(issuer.faults, fault)
        world.wait(5 * minutes + 1)
        await expect.poll(() => statusOf(browser), { timeout: 5_000 }).toBe(401)
      })

      it('goes on while the issuer is ill, and reads when it is well', async () => {
        const browser = await signedIn('admin')
        issuer.faults.isIll = true
        world.wait(5 * minutes + 1)
        for (let calls = 0; calls < 3; calls += 1) expect(await statusOf(browser)).toBe(200)
        await expect.poll(() => world.reports.at(-1)?.outcome).toBe('sign_in.issuer_away')
        issuer.faults.isIll = false
        issuer.faults.claims = (claims) => ({ ...claims, wids: [] })
        world.wait(1 * minutes + 1)
        await settled(browser, { user: { roles: ['admin_agent'] } })
        await browser.call('/session', { method: 'DELETE' })
      })
    })

    describe('a logout at the issuer', () => {
      const tell = (token: string) =>
        world.request(`${publicUrl}/api/session/back-channel-logout`, {
          method: 'POST', body: new URLSearchParams({ logout_token: token }).toString(),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        })
      const sid = async (browser: Browser) => {
        const id = (await sessionsOf(browser)).find(({ isPresent }) => isPresent)?.id ?? ''
        const row = await world.db.selectFrom('sessions').select(['issuer_session', 'subject']).where('id', '=', id).executeTakeFirst()
        return { sid: row?.issuer_session ?? '', sub: row?.subject ?? '' }
      }
      const event = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }

      it('ends the session that it names, and no other', async () => {
        const other = await signedIn()
        const browser = await signedIn()
        const answer = await tell(await issuer.sign({ ...(await sid(browser)), ...event, jti: 'one' }))
        expect(answer.status).toBe(200)
        expect([await statusOf(browser), await statusOf(other)]).toEqual([401, 200])
        await other.call('/session', { method: 'DELETE' })
      })

      it('ends all of a person where it names no session, and none that was opened later', async () => {
        const [one, two] = [await signedIn(), await signedIn()]
        const { sub } = await sid(two)
        const token = await issuer.sign({ sub, ...event, jti: 'two' })
        expect((await tell(token)).status).toBe(200)
        expect([await statusOf(one), await statusOf(two)]).toEqual([401, 401])
        world.wait(2_000)
        const later = await signedIn()
        expect((await tell(token)).status).toBe(200)
        expect(await statusOf(later)).toBe(200)
        await later.call('/session', { method: 'DELETE' })
      })

      it.each([
        ['is for another client', { aud: 'another' }],
        ['is of another issuer', { iss: 'https://issuer.example' }],
        ['is an ID token', { nonce: 'n' }],
        ['says nothing of a logout', { events: {} }],
        ['has no id of its own', { jti: undefined }],
        ['is of the future', { iat: Date.now() / 1000 + 1200 }],
      ])('is not believed when its token %s', async (_what, changes) => {
        const browser = await signedIn()
        const answer = await tell(await issuer.sign({ ...(await sid(browser)), ...event, jti: 'three', ...(changes as object) }))
        expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'session.logout_not_trusted'])
        expect(await statusOf(browser)).toBe(200)
        await browser.call('/session', { method: 'DELETE' })
      })

      it('whatever is sent makes nobody read the keys for each of it', async () => {
        await tell(await issuer.sign({ sub: 'nobody', ...event, jti: 'four' }))
        const before = issuer.keysRead()
        const [head = '', ...rest] = (await issuer.sign({ sub: 'nobody', ...event, jti: 'five' })).split('.')
        const unknown = { ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), kid: 'unknown' }
        const token = [Buffer.from(JSON.stringify(unknown)).toString('base64url'), ...rest].join('.')
        const told = await Promise.all(Array.from({ length: 5 }, async () => (await tell(token)).status))
        expect(told).toEqual(Array(5).fill(400))
        expect(issuer.keysRead()).toBe(before)
      })

      it.each(['', 'x', 'a.b.c', 'x'.repeat(20_000)])('is not believed when its token is none', async (token) => {
        expect((await tell(token)).status).toBe(400)
      })
    })

    describe('an act that grants or takes away', () => {
      const acts = [
        '/acceptance/x/accept', '/delegated-admin/relationships/x/approve', '/customers/x/remove-relationship',
        '/my-partners/x/remove-delegated-admin', '/my-partners/x/grant-delegated-admin', '/partnerships/x/authorize',
        '/partnerships/x/remove',
      ].map((path) => path.replace('x/', `${crypto.randomUUID()}/`))

      it('wants a sign-in of the last 15 minutes, and nothing else does', async () => {
        const browser = await signedIn('customer')
        const codes = async () => {
          const answers = await Promise.all(acts.map((path) => browser.call(path, { method: 'POST' })))
          return Promise.all(answers.map(async (answer) => ((await answer.json()) as Problem).code))
        }
        expect(await codes()).not.toContain('session.sign_in_again')
        world.wait(15 * minutes)
        expect(new Set(await codes())).toEqual(new Set(['session.sign_in_again']))
        for (const [method, path] of [['POST', '/tokens'], ['PUT', '/audit/settings'], ['PATCH', '/organization']] as const)
          expect(await statusOf(browser, path, { method, body: '{}', headers: { 'Content-Type': 'application/json' } })).toBe(403)
        expect(await statusOf(browser, '/my-partners')).toBe(200)
        expect(await statusOf(browser, `/acceptance/${crypto.randomUUID()}/decline`, { method: 'POST' })).toBe(404)
      })
    })
  })
