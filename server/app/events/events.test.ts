import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('events', () => {
  let world: World
  const stops: (() => void)[] = []
  beforeEach(async () => { world = await openWorld() })
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await world.close()
  })

  /** Everything received so far, and whether the stream has ended. */
  const follow = async (call: Call, headers: Record<string, string> = {}) => {
    const stop = new AbortController()
    stops.push(() => stop.abort())
    const answer = await call('/events', { signal: stop.signal, headers })
    const heard = { answer, text: '', ended: false, stop: () => stop.abort() }
    void (async () => {
      for await (const bytes of answer.body ?? []) heard.text += new TextDecoder().decode(bytes)
      heard.ended = true
    })()
    await expect.poll(() => heard.text).toContain('\n\n')
    return heard
  }
  const news = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as object)
  const lastId = (text: string) => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? ''
  const make = async (call: Call) => {
    const answer = await call('/invitations', { json: draft({ delivery: 'via_reseller', resellerId: organizationId('litware') }) })
    return (await answer.json()) as InvitationWithLink
  }

  it('begin with how to come back, and tell of an acceptance within a second or so', async () => {
    const sales = await world.as('provider.sales')
    const { id, link } = await make(sales)
    const [provider, reseller, stranger] = await Promise.all([
      'provider.helpdesk', 'reseller.admin', 'direct.admin',
    ].map(async (person) => follow(await world.as(person as never))))
    expect(provider?.answer.headers.get('Content-Type')).toBe('text/event-stream')
    expect(provider?.text).toMatch(/^retry: 1000\nid: \S+\n: listening\n\n$/)
    await (await world.as('newcustomer.globaladmin'))(`/acceptance/${tokenIn(link)}/accept`, { json: { agreementAccepted: true } })
    const told = [{ noun: 'invitations', id, change: 'accepted' }, { noun: 'customers', id: tenantId('northwind'), change: 'created' }]
    for (const heard of [provider, reseller]) await expect.poll(() => news(heard?.text ?? ''), { timeout: 5_000 }).toEqual(told)
    expect(news(stranger?.text ?? '')).toEqual([])
  })

  it('begin where what was read before ends, and go back no further than a minute', async () => {
    const sales = await world.as('provider.sales')
    const early = world.now()
    const { id: before } = await make(sales)
    world.wait(120_000)
    const read = world.now()
    const { id } = await make(sales)
    const told = async (since: Date) => {
      const heard = await follow((path, options) => sales(`${path}?since=${since.toISOString()}`, options))
      await expect.poll(() => news(heard.text), { timeout: 5_000 }).toContainEqual({ noun: 'invitations', id, change: 'handed_over' })
      return news(heard.text)
    }
    for (const since of [read, early]) expect(await told(since)).not.toContainEqual({ noun: 'invitations', id: before, change: 'created' })
  })

  it('say whether the clock is held, at first and when it changes, and nothing of it where nobody doubts it', async () => {
    const plain = await follow(await world.as('provider.sales'))
    let isTrusted = true
    const doubting = await openWorld({ isTimeTrusted: () => isTrusted })
    const heard = await follow(await doubting.as('provider.sales'))
    const clock = () => [...heard.text.matchAll(/^event: clock\ndata: (.*)$/gm)].map(([, data]) => data)
    await expect.poll(clock, { timeout: 5_000 }).toEqual(['{"isHeld":false}'])
    isTrusted = false
    await expect.poll(clock, { timeout: 5_000 }).toEqual(['{"isHeld":false}', '{"isHeld":true}'])
    isTrusted = true
    await expect.poll(clock, { timeout: 5_000 }).toHaveLength(3)
    expect(plain.text).not.toContain('clock')
    heard.stop()
    await doubting.close()
  })

  it('go on where the listener left off', async () => {
    const sales = await world.as('provider.sales')
    const first = await follow(sales)
    const cursor = lastId(first.text)
    first.stop()
    const { id } = await make(sales)
    const again = await follow(sales, { 'Last-Event-ID': cursor })
    await expect.poll(() => news(again.text), { timeout: 5_000 }).toEqual([
      { noun: 'invitations', id, change: 'created' }, { noun: 'invitations', id, change: 'handed_over' },
    ])
    const foreign = await follow(await world.as('reseller.admin'), { 'Last-Event-ID': lastId(again.text) })
    expect(foreign.text).toContain(': listening')
  })

  it('end at the next look when the session has ended, here or in another process, without a word of what happens after', async () => {
    const token = await world.signIn('provider.sales')
    const [mine, other] = [await follow(world.withToken(token)), await follow(await world.as('provider.helpdesk'))]
    // Another process shares nothing but the store.
    await world.over(world.store, token)('/session', { method: 'DELETE' })
    const { id } = await make(await world.as('provider.admin'))
    await expect.poll(() => mine.ended, { timeout: 5_000 }).toBe(true)
    await expect.poll(() => news(other.text), { timeout: 5_000 }).toContainEqual({ noun: 'invitations', id, change: 'created' })
    expect(news(mine.text)).toEqual([])
    expect(other.ended).toBe(false)
  })

  it('end when the row of the session is gone, or its time is over', async () => {
    const [gone, lapsed] = await Promise.all(['provider.sales', 'reseller.admin'].map(async (who) => follow(await world.as(who as never))))
    await world.db.deleteFrom('sessions').execute()
    await expect.poll(() => gone?.ended, { timeout: 5_000 }).toBe(true)
    await expect.poll(() => lapsed?.ended, { timeout: 5_000 }).toBe(true)
    const late = await follow(await world.as('provider.sales'))
    world.wait(25 * 60 * 60 * 1000)
    await expect.poll(() => late.ended, { timeout: 5_000 }).toBe(true)
  })

  it('end when the listener goes', async () => {
    const heard = await follow(await world.as('provider.sales'))
    heard.stop()
    await expect.poll(() => heard.ended, { timeout: 5_000 }).toBe(true)
  })

  /** Counts the reads of the store for its streams. */
  const counting = () => {
    const { changes, sessions } = world.store
    const asked = { newest: [] as string[][], since: 0, living: 0 }
    const store: World['store'] = {
      ...world.store,
      sessions: { ...sessions, living: (...args) => { asked.living += 1; return sessions.living(...args) } },
      changes: {
        ...changes,
        newest: (scopes) => {
          asked.newest.push(scopes.map(({ organizationId: id }) => id).toSorted())
          return changes.newest(scopes)
        },
        since: (...args) => { asked.since += 1; return changes.since(...args) },
      },
    }
    return { store, asked }
  }

  /** Once the look after the next has begun, the next is over, in which every open stream took part. */
  const everybodyHasRead = async (asked: { newest: unknown[] }) => {
    const before = asked.newest.length
    await expect.poll(() => asked.newest.length - before, { timeout: 10_000 }).toBeGreaterThanOrEqual(3)
  }

  it('end when the body is cancelled, as in a page that is closed; without anybody, nothing is asked of the store', async () => {
    const { store, asked } = counting()
    const { body } = await world.over(store, await world.signIn('provider.sales'))('/events')
    const reader = body?.getReader()
    await reader?.read()
    void reader?.read()
    await reader?.cancel()
    await follow(world.over(counting().store, await world.signIn('direct.admin')))
    const before = asked.newest.length
    const other = counting()
    await follow(world.over(other.store, await world.signIn('direct.admin')))
    await expect.poll(() => other.asked.newest.length, { timeout: 10_000 }).toBeGreaterThan(2)
    expect(asked.newest.length).toBe(before)
  })

  it('are served by one look at the store, however many there are', async () => {
    const { store, asked } = counting()
    const calls = world.allOver(store)
    const people = ['provider.sales', 'provider.admin', 'reseller.admin'] as const
    for (let round = 0; round < 2; round += 1)
      for (const person of people) await follow(calls(await world.signIn(person)))
    await everybodyHasRead(asked)
    const before = { ...asked, looks: asked.newest.length }
    await expect.poll(() => asked.newest.length - before.looks, { timeout: 10_000 }).toBeGreaterThanOrEqual(3)
    const looks = asked.newest.slice(before.looks)
    const both = [organizationId('contoso'), organizationId('litware')].toSorted().join()
    expect(new Set(looks.map((ids) => ids.join()))).toEqual(new Set([both]))
    expect(asked.living - before.living).toBeLessThanOrEqual(looks.length + 1)
    expect(asked.since).toBe(before.since)
  })

  it('of one organisation read what is new once for all', async () => {
    const { store, asked } = counting()
    const calls = world.allOver(store)
    const heard = []
    for (const person of ['provider.sales', 'provider.admin', 'provider.helpdesk'] as const)
      heard.push(await follow(calls(await world.signIn(person))))
    await everybodyHasRead(asked)
    asked.since = 0
    const { id } = await make(await world.as('provider.sales'))
    const created = { noun: 'invitations', id, change: 'created' }
    for (const each of heard) await expect.poll(() => news(each.text), { timeout: 5_000 }).toContainEqual(created)
    // One read for the news, one that finds nothing more.
    await expect.poll(() => asked.since, { timeout: 5_000 }).toBe(2)
  })

  it('end when the session ends, and not before', async () => {
    const token = await world.signIn('provider.sales')
    const [heard, other] = [await follow(world.withToken(token)), await follow(await world.as('provider.sales'))]
    await world.withToken(token)('/session', { method: 'DELETE' })
    await expect.poll(() => heard.ended, { timeout: 5_000 }).toBe(true)
    expect(other.ended).toBe(false)
  })

  it('are eight at most for one session; one that ends makes room', async () => {
    const call = await world.as('provider.sales')
    const heard = []
    for (let stream = 0; stream < 8; stream += 1) heard.push(await follow(call))
    const refused = await call('/events')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('60')
    expect(await refused.json()).toMatchObject({ code: 'events.too_many' })
    await follow(await world.as('provider.sales'))
    heard[0]?.stop()
    await follow(call)
  })

  it('are cut off when nobody reads what waits, rather than kept in memory', async () => {
    const { store } = counting()
    const flood = Array.from({ length: 500 }, (_, index) => ({ noun: 'customers', id: `${index}`.padEnd(500), change: 'imported' }))
    let head = 0
    const flooded: World['store'] = {
      ...store,
      changes: {
        ...store.changes,
        newest: async (scopes) => new Map(scopes.map(({ organizationId: id }) => [id, (head += 1)])),
        since: async (...args) => ({ ...(await store.changes.since(...args)), changes: flood }),
      },
    }
    const call = world.allOver(flooded)(await world.signIn('provider.sales'))
    const first = await call('/events')
    for (let stream = 1; stream < 8; stream += 1) await call('/events')
    expect((await call('/events')).status).toBe(429)
    await expect.poll(async () => (await call('/events')).status, { timeout: 10_000 }).toBe(200)
    await expect(first.text()).rejects.toThrow('Nobody reads')
  })

  it('end when news were lost, so that the browser comes back and reads anew', async () => {
    const { changes } = world.store
    let lost = false
    const since: typeof changes.since = async (...args) => ({ ...(await changes.since(...args)), missed: lost })
    const losing = world.over({ ...world.store, changes: { ...changes, since } }, await world.signIn('provider.sales'))
    const heard = await follow(losing)
    lost = true
    await make(await world.as('provider.sales'))
    await expect.poll(() => heard.ended, { timeout: 5_000 }).toBe(true)
    expect((await follow(losing, { 'Last-Event-ID': lastId(heard.text) })).text).toContain(': listening')
  })
})
