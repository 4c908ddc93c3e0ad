import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../../../domain/session/schemas.ts'
import { type Issuer, startIssuer } from '../../../scripts/issuer/issuer.ts'
import { wrongAnswers } from '../../../scripts/issuer/wrong-answers.ts'
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

    const who = async (browser: ReturnType<typeof openBrowser>) => {
      const answer = await browser.call('/session')
      return answer.ok ? ((await answer.json()) as Session) : answer.status
    }
    const introducing = (browser: ReturnType<typeof openBrowser>) => (body: object) => browser.call('/session/organization', {
      method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
    })
    const refused = async (browser: ReturnType<typeof openBrowser>, page: string) => {
      expect(page).toMatch(/^\/sign-in\?attempt=[\w-]+$/)
      expect(await who(browser)).toBe(401)
      return browser.failure(page)
    }

    it('signs in, with roles of the claims, and leads to the page that was wanted', async () => {
      const browser = openBrowser(world)
      expect(await browser.signIn(people.sales)).toBe('/customers?search=a')
      expect(await who(browser)).toMatchObject({
        user: { displayName: 'Sales Person', roles: ['sales_agent'], email: people.sales.email },
        organization: { displayName: 'Contoso Distribution' },
      })
      expect(world.reports.at(-1)).toMatchObject({ outcome: 'done', issuer: 'organization' })
    })

    it('knows a person again by their object, whatever their name and address have become', async () => {
      const browser = openBrowser(world)
      await browser.signIn(people.admin)
      const first = (await who(browser)) as Session
      issuer.faults.claims = (claims) => ({ ...claims, name: 'Renamed', email: 'renamed@contoso.example' })
      await browser.signIn(people.admin)
      const second = (await who(browser)) as Session
      expect(second.user).toMatchObject({ id: first.user.id, displayName: 'Renamed', email: 'renamed@contoso.example' })
      expect(second.user.roles).toEqual(['global_admin', 'admin_agent'])
    })

    it('makes a visitor of an unknown tenant, who introduces the organisation and may use nothing but its invitation', async () => {
      const browser = openBrowser(world)
      expect(await browser.signIn(people.visitor, 'returnTo=/accept/abc')).toBe('/welcome?returnTo=%2Faccept%2Fabc')
      expect(await who(browser)).toMatchObject({
        user: { roles: ['global_admin'] }, organization: { displayName: 'fourthcoffee.example', country: 'ZZ', isVisiting: true },
      })
      for (const path of ['/my-partners', '/customers', '/receipts', '/relationship-requests', '/audit', '/events', '/rules']) {
        const answer = await browser.call(path)
        expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 403, 'session.visiting'])
      }
      expect((await browser.call('/acceptance/abc')).status).toBe(404)
      const introduce = introducing(browser)
      expect((await introduce({ displayName: 'Fourth Coffee', country: 'KR' })).status).toBe(204)
      expect((await introduce({ displayName: 'Fourth Coffee', country: 'BR' })).status).toBe(409)
      expect(await who(browser)).toMatchObject({ organization: { displayName: 'Fourth Coffee', country: 'KR' } })
      expect(await browser.signIn(people.visitor, 'returnTo=/accept/abc')).toBe('/accept/abc')
      expect(await browser.signIn(people.customer, 'another=1')).toBe('/')
      expect(await who(browser)).toMatchObject({ user: { displayName: 'Customer Admin' } })
      expect((await introduce({ displayName: 'Other', country: 'US' })).status).toBe(409)
    })

    it('lets a user of an unknown tenant read, and its Global admin alone say what the organisation is', async () => {
      const browser = openBrowser(world)
      expect(await browser.signIn(people.visitingUser, 'returnTo=/accept/abc')).toBe('/accept/abc')
      const answer = await introducing(browser)({ displayName: 'Somebody else', country: 'US' })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'acceptance.needs_global_admin'])
    })

    it('believes the directory about the country, and nobody else (BR-39)', async () => {
      const browser = openBrowser(world)
      expect(await browser.signIn(people.brazilian, 'returnTo=/accept/abc')).toBe('/accept/abc')
      expect((await introducing(browser)({ displayName: 'Livros', country: 'KR' })).status).toBe(409)
      expect(await who(browser)).toMatchObject({ organization: { displayName: 'livros.example', country: 'BR', isVisiting: true } })
    })

    it.each(wrongAnswers)('refuses an answer $name', async ({ faults, code }) => {
      Object.assign(issuer.faults, faults)
      const browser = openBrowser(world)
      expect(await refused(browser, await browser.signIn(people.sales))).toMatchObject({ code, returnTo: '/customers?search=a' })
    })

    it('names account and tenant where a role or the cloud is missing, and the claim where the tenant is', async () => {
      const browser = openBrowser(world)
      const tenant = people.nobody.tid
      expect(await refused(browser, await browser.signIn(people.nobody))).toMatchObject({
        code: 'sign_in.no_role', account: people.nobody.email, tenant,
      })
      issuer.faults.claims = (claims) => ({ ...claims, _claim_names: { groups: 'src1' } })
      expect(await refused(browser, await browser.signIn(people.nobody))).toMatchObject({ code: 'sign_in.too_many_groups', tenant })
      delete issuer.faults.claims
      const other = openBrowser(world)
      expect(await refused(other, await other.signIn(people.chinese))).toMatchObject({
        code: 'sign_in.other_cloud', account: people.chinese.email,
      })
      const homeless = openBrowser(world)
      expect(await refused(homeless, await homeless.signIn(people.homeless))).toMatchObject({ code: 'sign_in.no_tenant' })
    })

    it('knows who was turned away for want of a role, and lets in nobody whom the organisation has removed', async () => {
      const user = () =>
        world.db.selectFrom('users').select(['id', 'roles']).where('email', '=', people.nobody.email).executeTakeFirstOrThrow()
      const browser = openBrowser(world)
      await refused(browser, await browser.signIn(people.nobody))
      expect(await user()).toMatchObject({ roles: [] })
      const set = { roles_by_hand: '["helpdesk_agent"]' }
      await world.db.updateTable('users').set(set).where('id', '=', (await user()).id).execute()
      expect(await openBrowser(world).signIn(people.nobody)).toBe('/customers?search=a')
      await world.db.updateTable('users').set({ removed_at: new Date().toISOString() }).where('id', '=', (await user()).id).execute()
      const later = openBrowser(world)
      expect(await refused(later, await later.signIn(people.nobody))).toMatchObject({
        code: 'sign_in.removed', account: people.nobody.email, tenant: people.nobody.tid,
      })
      await world.db.updateTable('users').set({ removed_at: null, roles_by_hand: '[]' }).where('id', '=', (await user()).id).execute()
      const log = await world.db.selectFrom('audit_events').select('action').where('noun', '=', 'people')
        .where('noun_id', '=', (await user()).id).orderBy('at').execute()
      expect(log.map(({ action }) => action).slice(-3)).toEqual(['person.turned_away', 'person.signed_in', 'person.turned_away'])
    })

    it('tells nobody but the browser itself why it did not succeed', async () => {
      const browser = openBrowser(world)
      const page = await browser.signIn(people.nobody)
      expect(await openBrowser(world).failure(page)).toBeNull()
      expect(await browser.failure(`${page.slice(0, -3)}AAA`)).toBeNull()
      world.wait(16 * minutes)
      expect(await browser.failure(page)).toBeNull()
    })

    it('says that it was cancelled, and starts again', async () => {
      const browser = openBrowser(world)
      expect(await refused(browser, await browser.signIn(undefined))).toMatchObject({ code: 'sign_in.consent_refused' })
      expect(await browser.signIn(people.sales)).toBe('/customers?search=a')
    })

    it('takes a callback once, from its own browser, within its time', async () => {
      const browser = openBrowser(world)
      const callbackOf = async (own: typeof browser) => {
        const page = await own.follow(`${publicUrl}/api/session/sign-in?returnTo=/customers`)
        const after = await own.send(page.href, {
          method: 'POST', body: new URLSearchParams({ account: people.sales.sub }).toString(),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        })
        const resumed = await own.send(new URL(after.headers.get('Location') ?? '', page).href)
        return resumed.headers.get('Location') ?? ''
      }
      const callback = await callbackOf(browser)
      const thief = openBrowser(world)
      await thief.follow(`${publicUrl}/api/session/sign-in?returnTo=/`)
      const stolen = await thief.follow(callback)
      expect(await refused(thief, stolen.pathname + stolen.search)).toMatchObject({ code: 'sign_in.other_browser', returnTo: '/' })
      const [one, two] = await Promise.all([browser.follow(callback), browser.follow(callback)])
      const ends = [one, two].map(({ pathname }) => pathname).toSorted()
      expect(ends).toEqual(['/customers', '/sign-in'])
      const replayed = await browser.follow(callback)
      expect(await browser.failure(replayed.pathname + replayed.search)).toMatchObject({ code: 'sign_in.stale', returnTo: '/customers' })

      const late = openBrowser(world)
      const lateCallback = await callbackOf(late)
      world.wait(15 * minutes)
      const end = await late.follow(lateCallback)
      expect(await refused(late, end.pathname + end.search)).toMatchObject({ code: 'sign_in.stale', returnTo: '/customers' })
      for (const state of ['', '?state=x', `?state=${'A'.repeat(60)}&code=x`]) {
        const unknown = await late.follow(`${publicUrl}/api/session/callback${state}`)
        expect(await refused(late, unknown.pathname + unknown.search)).toMatchObject({ code: 'sign_in.stale', returnTo: '/' })
      }
    })

    it('lets two tabs sign in at once', async () => {
      const browser = openBrowser(world)
      const begin = (path: string) => browser.follow(`${publicUrl}/api/session/sign-in?returnTo=${path}`)
      const begun = await Promise.all(['/customers', '/invitations'].map(begin))
      const ends = []
      for (const page of begun) ends.push((await browser.choose(page, people.sales)).pathname)
      expect(ends).toEqual(['/customers', '/invitations'])
      expect(await who(browser)).toMatchObject({ user: { displayName: 'Sales Person' } })
    })

    it('meets new keys at once', async () => {
      const browser = openBrowser(world)
      await browser.signIn(people.sales)
      await issuer.rotateKeys()
      expect(await browser.signIn(people.sales)).toBe('/customers?search=a')
    })

    it('says that the issuer is ill, and goes on when it is well', async () => {
      issuer.faults.isIll = true
      const browser = openBrowser(world)
      expect(await refused(browser, await browser.signIn(people.sales))).toMatchObject({ code: 'sign_in.issuer_away' })
      issuer.faults.isIll = false
      expect(await browser.signIn(people.sales)).toBe('/customers?search=a')
    })

    it('sends nothing elsewhere: only a path of the portal is come back to', async () => {
      for (const wanted of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
        expect(await openBrowser(world).signIn(people.sales, `returnTo=${encodeURIComponent(wanted)}`)).toBe('/')
    })

    it('keeps no code, token or address of a page, and tells the issuer none', async () => {
      const browser = openBrowser(world)
      const page = await browser.follow(`${publicUrl}/api/session/sign-in?returnTo=/accept/a-secret-token`)
      expect(decodeURIComponent(page.href)).not.toContain('a-secret-token')
      await browser.choose(page, people.sales)
      const kept = JSON.stringify([
        await world.db.selectFrom('sessions').selectAll().execute(), await world.db.selectFrom('finished_sign_ins').selectAll().execute(),
      ])
      for (const value of [...browser.cookies(), 'a-secret-token', issuer.clientSecret]) expect(kept).not.toContain(value)
      expect(kept).not.toMatch(/eyJ/)
    })

    it('asks for a sign-in of lately where that is wanted, and the issuer proves it', async () => {
      const browser = openBrowser(world)
      await browser.signIn(people.customer)
      const { user } = (await who(browser)) as Session
      expect(user.roles).toEqual(['global_admin'])
      const asked = await browser.send(`${publicUrl}/api/session/sign-in?returnTo=/my-partners&fresh=1`)
      const url = new URL(asked.headers.get('Location') ?? '')
      expect([url.searchParams.get('max_age'), url.searchParams.get('login_hint')]).toEqual(['300', people.customer.email])
      issuer.faults.claims = ({ auth_time: _gone, ...claims }) => claims
      const page = await browser.follow(url.href)
      const end = page.href.startsWith(publicUrl) ? page : await browser.choose(page, people.customer)
      expect(await browser.failure(end.pathname + end.search)).toMatchObject({ code: 'sign_in.no_auth_time', returnTo: '/my-partners' })
    })
  })
