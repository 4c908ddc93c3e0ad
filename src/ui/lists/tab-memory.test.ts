import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../../api/testing/memory-storage.ts'

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})
afterEach(() => vi.unstubAllGlobals())

const page = new EventTarget()

/** The page as it is loaded: nothing but the tab's storage is left of the one before. */
async function load() {
  vi.resetModules()
  const { tabMemory } = await import('./tab-memory.ts')
  return { lists: tabMemory<string>('lists', 2), ...(await import('../../api/tabs/kept-work.ts')) }
}
const leave = () => page.dispatchEvent(new Event('pagehide'))

describe('what a tab remembers of its lists', () => {
  it('is there after a reload, however late its person is known', async () => {
    const before = await load()
    before.forgetWorkOfOthers('ann')
    before.lists.set('/customers', '?tag=a')
    leave()
    const after = await load()
    after.forgetWorkOfOthers('ann')
    expect(after.lists.get('/customers')).toBe('?tag=a')
  })

  it('is nobody else’s, at once or after a reload, and goes when its person signs out', async () => {
    const before = await load()
    before.forgetWorkOfOthers('ann')
    before.lists.set('/customers', '?tag=a')
    leave()
    const after = await load()
    after.forgetWorkOfOthers('ben')
    expect(after.lists.get('/customers')).toBeUndefined()
    after.lists.set('/customers', '?tag=b')
    after.forgetWork('ben')
    leave()
    expect(JSON.stringify(Object.values(sessionStorage))).not.toContain('tag')
  })

  it('is the newest of it alone', async () => {
    const { lists, forgetWorkOfOthers } = await load()
    forgetWorkOfOthers('ann')
    for (const path of ['/a', '/b', '/a', '/c']) lists.set(path, path)
    expect(['/a', '/b', '/c'].map((path) => lists.get(path))).toEqual(['/a', undefined, '/c'])
  })
})
