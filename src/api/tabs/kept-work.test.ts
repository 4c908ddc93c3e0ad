import { beforeEach, expect, it, vi } from 'vitest'
import { memoryStorage } from '../testing/memory-storage.ts'

type Kept = typeof import('./kept-work.ts')

const [ann, bob] = ['ann@contoso', 'bob@contoso']
let session: Storage
let kept: Kept
let otherTabHears: (event: { key: string; newValue: string | null }) => void
const told: string[] = []

beforeEach(async () => {
  session = memoryStorage()
  told.length = 0
  vi.stubGlobal('sessionStorage', session)
  const local = memoryStorage()
  vi.stubGlobal('localStorage', Object.assign(Object.create(local) as Storage, {
    setItem: (key: string, text: string) => told.push(`${key}=${text}`),
    removeItem: (key: string) => told.push(`${key} removed`),
  }))
  vi.stubGlobal('addEventListener', (_name: string, listener: typeof otherTabHears) => { otherTabHears = listener })
  vi.resetModules()
  kept = await import('./kept-work.ts')
  kept.keepWork('list', ann, { text: 'pasted by Ann' })
  kept.keepWork('list', bob, { text: 'pasted by Bob' })
  session.setItem('tessera.session', 'not work')
})

it('is one person’s, of one organisation', () => {
  const actor = { user: { id: 'u1' }, organization: { id: 'o1' } }
  expect(kept.personOf(actor as never)).toBe('u1@o1')
  expect(kept.keptWork('list', ann)).toEqual({ text: 'pasted by Ann' })
  expect(kept.keptWork('list', 'ann@fabrikam')).toBeUndefined()
  kept.keepWork('list', ann, undefined)
  expect(kept.keptWork('list', ann)).toBeUndefined()
})

it('goes from the tab when somebody signs out, and tells the other tabs whose it was', () => {
  kept.forgetWork(ann)
  expect(Object.keys(session)).toEqual(['tessera.session'])
  expect(told).toEqual([`tessera.signed-out=${ann}`, 'tessera.signed-out removed'])
})

it('goes from another tab when its person signed out, and nobody else’s does', () => {
  otherTabHears({ key: 'tessera.theme', newValue: 'dark' })
  otherTabHears({ key: 'tessera.signed-out', newValue: null })
  expect(kept.keptWork('list', ann)).toBeDefined()
  otherTabHears({ key: 'tessera.signed-out', newValue: ann })
  expect([kept.keptWork('list', ann), kept.keptWork('list', bob)]).toEqual([undefined, { text: 'pasted by Bob' }])
})

it('says that it went from this tab when its person signed out in another, until somebody signs in', () => {
  let heard = 0
  const stop = kept.clearedElsewhere.subscribe(() => { heard += 1 })
  otherTabHears({ key: 'tessera.signed-out', newValue: 'carol@contoso' })
  expect([kept.clearedElsewhere.now(), heard]).toEqual([false, 0])
  otherTabHears({ key: 'tessera.signed-out', newValue: ann })
  expect([kept.clearedElsewhere.now(), heard]).toEqual([true, 1])
  stop()
  kept.forgetWorkOfOthers(ann)
  expect([kept.clearedElsewhere.now(), heard]).toEqual([false, 1])
})

it('says nothing of the kind to who signs out here', () => {
  kept.forgetWork(ann)
  expect(kept.clearedElsewhere.now()).toBe(false)
})

it('goes when another person signs in where a session had ended by itself', () => {
  kept.forgetWorkOfOthers(bob)
  expect([kept.keptWork('list', ann), kept.keptWork('list', bob)]).toEqual([undefined, { text: 'pasted by Bob' }])
})

it('has gone from storage when it is forgotten in memory, so that a page on screen does not take it up again', () => {
  let found: unknown = 'not asked'
  kept.onWorkForgotten(() => { found = kept.keptWork('list', ann) })
  otherTabHears({ key: 'tessera.signed-out', newValue: ann })
  expect(found).toBeUndefined()
})

it('is not held in memory either', () => {
  const theirs: boolean[] = []
  kept.onWorkForgotten((isTheirs) => theirs.push(isTheirs(ann), isTheirs(bob)))
  otherTabHears({ key: 'tessera.signed-out', newValue: ann })
  kept.forgetWork(ann)
  expect(theirs).toEqual([true, false, true, true])
})
