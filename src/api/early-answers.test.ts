import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const early = {
  locale: 'ko',
  answers: {
    '/session': { status: 401, etag: null, body: { code: 'session.required' } },
    '/customers?limit=60&sort=companyName': { status: 200, etag: '"7"', body: { items: [] } },
  },
}

async function pageWith(content: unknown) {
  vi.resetModules()
  vi.stubGlobal('document', { querySelector: () => (content === null ? null : { textContent: JSON.stringify(content) }) })
  return import('./early-answers.ts')
}

beforeEach(() => { vi.useFakeTimers({ toFake: ['performance'] }) })
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what a page brought with it', () => {
  it('answers a read once, whatever the order of its parameters', async () => {
    const { takeEarly } = await pageWith(early)
    const answer = takeEarly('/customers?sort=companyName&limit=60', 'ko')
    expect([answer?.status, answer?.headers.get('ETag'), await answer?.json()]).toEqual([200, '"7"', { items: [] }])
    expect(takeEarly('/customers?sort=companyName&limit=60', 'ko')).toBeUndefined()
  })

  it('tells a refusal as the server would', async () => {
    const { takeEarly } = await pageWith(early)
    const answer = takeEarly('/session', 'en')
    expect([answer?.status, answer?.headers.get('Content-Type')]).toEqual([401, 'application/problem+json'])
  })

  it('is not for another view, nor for a reader of another language', async () => {
    const { takeEarly } = await pageWith(early)
    expect(takeEarly('/customers?sort=companyName&limit=60&search=a', 'ko')).toBeUndefined()
    expect(takeEarly('/customers?sort=companyName&limit=60', 'de')).toBeUndefined()
  })

  it('is forgotten after a write, and after a while', async () => {
    const { dropEarly, takeEarly } = await pageWith(early)
    dropEarly()
    expect(takeEarly('/session', 'ko')).toBeUndefined()
    const other = await pageWith(early)
    vi.advanceTimersByTime(60_000)
    expect(other.takeEarly('/session', 'ko')).toBeUndefined()
  })

  it('is nothing on a page that is a file', async () => {
    const { cameEarly, takeEarly } = await pageWith(null)
    expect([cameEarly, takeEarly('/session', 'en')]).toEqual([false, undefined])
  })
})
