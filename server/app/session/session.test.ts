import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Persona, Session } from '../../../domain/session/schemas.ts'
import { everybody } from '../testing/isolation-scene.ts'
import { openWorld, type World } from '../testing/world.ts'

const hour = 60 * 60 * 1000

describe('sessions', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  it('offers the personas in their order', async () => {
    const personas = (await (await world.guest('/session/personas')).json()) as Persona[]
    expect(personas.map(({ persona }) => persona)).toEqual(everybody)
    expect(personas[0]).toMatchObject({
      user: { roles: ['admin_agent'] },
      organization: { displayName: 'Contoso Distribution', kind: 'indirect_provider', partnerId: '1234567' },
    })
  })

  it('signs in, tells who is signed in, and signs out for good', async () => {
    const answer = await world.guest('/session', { json: { persona: 'direct-de.admin' } })
    const session = (await answer.json()) as Session
    const token = answer.headers.get('x-test-session') ?? ''
    expect(answer.status).toBe(201)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(answer.headers.get('x-expires')).toBe(new Date(Date.parse(answer.headers.get('x-expires') ?? '')).toISOString())
    const call = world.withToken(token)
    expect(await (await call('/session')).json()).toEqual(session)
    expect(session.organization).toMatchObject({ displayName: 'Fabrikam Deutschland', cloud: 'germany' })
    const out = await call('/session', { method: 'DELETE' })
    expect([out.status, out.headers.get('x-test-session')]).toEqual([204, ''])
    expect((await call('/session')).status).toBe(401)
    expect((await call('/session', { method: 'DELETE' })).status).toBe(204)
  })

  it('tells whether what time alone does waits for the operator', async () => {
    const told = async (trusted: boolean | undefined) => {
      const ports = trusted === undefined ? {} : { isTimeTrusted: () => trusted }
      const opened = await openWorld(ports)
      const { isClockHeld } = (await (await (await opened.as('provider.sales'))('/session')).json()) as Session
      await opened.close()
      return isClockHeld
    }
    expect([await told(undefined), await told(true), await told(false)]).toEqual([false, false, true])
  })

  it('keeps no token, only its hash', async () => {
    const token = await world.signIn('provider.sales')
    const rows = await world.db.selectFrom('sessions').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('never goes on with a token that came along, and ends the session it stood for', async () => {
    const before = await world.signIn('provider.sales')
    const answer = await world.withToken(before)('/session', { json: { persona: 'reseller.admin' } })
    const after = answer.headers.get('x-test-session') ?? ''
    expect(after).not.toBe(before)
    expect((await world.withToken(before)('/session')).status).toBe(401)
    expect(await (await world.withToken(after)('/session')).json()).toMatchObject({ organization: { displayName: 'Litware Resell' } })
    const planted = await world.withToken('p'.repeat(43))('/session', { json: { persona: 'reseller.admin' } })
    expect(planted.headers.get('x-test-session')).not.toBe('p'.repeat(43))
    expect((await world.withToken('p'.repeat(43))('/session')).status).toBe(401)
  })

  it('ends eight hours after it was last used', async () => {
    const call = await world.as('provider.sales')
    world.wait(7 * hour)
    expect((await call('/session')).status).toBe(200)
    world.wait(7 * hour)
    expect((await call('/session')).status).toBe(200)
    world.wait(8 * hour)
    expect((await call('/session')).status).toBe(401)
  })

  it('ends after a day, however much it was used', async () => {
    const call = await world.as('provider.sales')
    for (let passed = 7; passed < 24; passed += 7) {
      world.wait(7 * hour)
      expect((await call('/session')).status).toBe(passed < 24 ? 200 : 401)
    }
    world.wait(3 * hour)
    expect((await call('/session')).status).toBe(401)
  })

  it.each([
    [{ persona: 'nobody' }, '/persona'], [{}, '/persona'], [{ persona: 1 }, '/persona'], [{ persona: 'provider.sales', x: 1 }, '/x'],
  ])('knows no %j', async (json, pointer) => {
    const answer = await world.guest('/session', { json })
    expect([answer.status, ((await answer.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, pointer])
  })

  it('without the demo there are no personas', async () => {
    await world.close()
    world = await openWorld({ demo: false })
    for (const answer of [await world.guest('/session/personas'), await world.guest('/session', { json: { persona: 'provider.sales' } })])
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'route.not_found'])
  })
})
