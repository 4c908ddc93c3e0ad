import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { oneTabLeads } from './one-tab-leads.ts'

/** What the tabs of a browser say reaches the others a few milliseconds later; one that has stopped neither speaks nor hears. */
class Line {
  static open: Line[] = []
  isStopped = false
  onmessage: BroadcastChannel['onmessage'] = null
  constructor() {
    Line.open.push(this)
  }
  postMessage(data: unknown) {
    if (this.isStopped) return
    const told = JSON.parse(JSON.stringify(data)) as unknown
    for (const other of Line.open.filter((each) => each !== this)) {
      setTimeout(() => {
        if (!other.isStopped) other.onmessage?.call(other as unknown as BroadcastChannel, new MessageEvent('message', { data: told }))
      }, 3)
    }
  }
  close() {
    Line.open = Line.open.filter((each) => each !== this)
  }
}

type Say = { state: (state: string) => void; news: (news: string) => void }

type Tab = { say: Say | undefined; states: string[]; news: string[]; line: Line; close: () => void }

function openTab(): Tab {
  const line = new Line()
  const tab: Tab = { say: undefined, states: [], news: [], line, close: () => undefined }
  tab.close = oneTabLeads<string, string>(line, {
    lead: (say) => {
      tab.say = say
      return () => { tab.say = undefined }
    },
    onState: (state) => tab.states.push(state),
    onNews: (news) => tab.news.push(news),
  })
  tabs.push(tab)
  return tab
}
let tabs: Tab[] = []
beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  for (const tab of tabs) tab.close()
  tabs = []
  Line.open = []
  vi.useRealTimers()
})

const leaders = () => tabs.filter(({ say, line }) => say && !line.isStopped)
const settle = () => vi.advanceTimersByTime(400)
function three(): [leader: Tab, Tab, Tab] {
  const first = openTab()
  settle()
  const others = [openTab(), openTab()] as const
  settle()
  return [first, ...others]
}

it('the first tab leads at once, and those that come later do not', () => {
  const [first] = three()
  vi.advanceTimersByTime(60_000)
  expect(leaders()).toEqual([first])
})

it('of tabs that come at the same time one leads', () => {
  for (let tab = 0; tab < 8; tab += 1) openTab()
  settle()
  expect(leaders()).toHaveLength(1)
})

it('what the leader says is heard by every tab, and what stands by those that come later', () => {
  const [first, second] = three()
  first.say?.state('open')
  first.say?.news('customers')
  settle()
  const late = openTab()
  settle()
  expect([first, second, late].map(({ states }) => states.at(-1))).toEqual(['open', 'open', 'open'])
  expect([first, second, late].map(({ news }) => news)).toEqual([['customers'], ['customers'], []])
})

describe('another takes the lead', () => {
  it('at once when the leader goes', () => {
    const [first, ...others] = three()
    first.close()
    settle()
    expect(leaders()).toHaveLength(1)
    expect(others).toContain(leaders()[0])
  })

  it('within four seconds when the leader falls silent, as one that crashed or was frozen', () => {
    const [first, ...others] = three()
    first.line.isStopped = true
    vi.advanceTimersByTime(4_000)
    expect(leaders()).toHaveLength(1)
    expect(others).toContain(leaders()[0])
  })

  it('and gives it back to a leader that comes to life again, so that there is one', () => {
    const [first] = three()
    first.line.isStopped = true
    vi.advanceTimersByTime(4_000)
    first.line.isStopped = false
    vi.advanceTimersByTime(1_100)
    expect(leaders()).toEqual([first])
  })
})

it('a tab that could not listen for a moment asks before it takes the lead', () => {
  const [first, second] = three()
  second.line.isStopped = true
  vi.advanceTimersByTime(3_050)
  second.line.isStopped = false
  vi.advanceTimersByTime(10_000)
  expect(leaders()).toEqual([first])
})

it('nothing is said by a tab that leads no more, or has gone', () => {
  const [first, second] = three()
  const { say } = first
  first.close()
  settle()
  say?.news('customers')
  say?.state('open')
  settle()
  expect([first.news, first.states, second.news, second.states]).toEqual([[], [], [], []])
})

it('whatever comes, goes, stops and wakes, one tab leads soon after', () => {
  const deed = fc.record({ what: fc.constantFrom('open', 'close', 'stop', 'wake'), which: fc.nat(9), pause: fc.nat(2_000) })
  fc.assert(fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
    tabs = []
    Line.open = []
    openTab()
    for (const { what, which, pause } of deeds) {
      const tab = tabs[which % tabs.length]
      if (what === 'open') openTab()
      else if (tab && what === 'close') {
        tab.close()
        tabs = tabs.filter((each) => each !== tab)
      } else if (tab) tab.line.isStopped = what === 'stop'
      vi.advanceTimersByTime(pause)
      if (tabs.length === 0) openTab()
    }
    vi.advanceTimersByTime(5_000)
    const isAnyAlive = tabs.some(({ line }) => !line.isStopped)
    expect(leaders()).toHaveLength(isAnyAlive ? 1 : 0)
    for (const tab of tabs) tab.close()
  }))
})
