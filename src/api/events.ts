import type { Query, QueryClient } from '@tanstack/react-query'
import type { ChangeEvent } from '../../domain/audit/schemas.ts'
import { presentTime } from '../i18n/present-time.ts'
import { cameEarly } from './early-answers.ts'
import { actingAs } from './tabs/acting-as.ts'
import { oneTabLeads, type Part } from './tabs/one-tab-leads.ts'
import { openTabChannel } from './tabs/tab-channel.ts'

/** Changes that come within this many milliseconds are answered by one round of fetching. */
const gatherMs = 250

/** Milliseconds back that a stream begins, so that what a page has read before it listens is as new as what it hears. */
const overlapMs = 5_000

/** `connection` names the stream that changes come by, once there is one: another name means that some may have been missed. */
type Standing = { connection?: string; isClockHeld?: boolean }
type News = ChangeEvent | 'refused'

/** Changes of one noun that are told apart; of more than that, every row may be one. */
const mostApart = 100

/** Whether what was read may not be true any more. What does not say which rows it is of is read anew whatever its noun's change was. */
function isTouched({ meta, state }: Query, changes: readonly ChangeEvent[]): boolean {
  let shown: string | undefined
  return changes.length > mostApart || changes.some(({ id, stays }) => {
    if (id === undefined) return true
    if (meta?.row !== undefined) return meta.row === id
    if (!meta?.isOfRows || state.fetchStatus !== 'idle' || !stays) return true
    shown ??= JSON.stringify(state.data)
    return shown?.includes(id) ?? true
  })
}

/**
 * Keeps open screens true: on a change, every query whose key begins with its noun and that may show it is fetched again, and so is
 * `audit`, since every change leaves an event there; when changes may have been missed, everything is. All tabs of a person are told by
 * one event stream, which one of those that can be seen has open: a browser opens no more than six connections to a host over HTTP/1.1. A
 * hidden page hears nothing, and asks anew when it is seen again. `onRefused` is told when the server does not let the page listen (any
 * more) and when somebody else begins to in this browser, `onClock` whether what time alone does waits for the operator. Returns the way to
 * stop.
 */
export function followChanges(queries: QueryClient, onRefused: () => void, onClock: (isHeld: boolean) => void): () => void {
  const person = actingAs() ?? ''
  let told: ChangeEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let heard: string | undefined
  let stop: (() => void) | undefined

  const refresh = () => {
    timer = undefined
    const changes = told
    told = []
    void queries.invalidateQueries({
      predicate: (query) => query.queryKey[0] === 'audit' || isTouched(query, changes.filter(({ noun }) => noun === query.queryKey[0])),
    })
  }
  const part: Part<Standing, News> = {
    lead: (say) => connect(person, say),
    onState: ({ connection, isClockHeld }) => {
      if (isClockHeld !== undefined) onClock(isClockHeld)
      if (connection === undefined || connection === heard) return
      const isFirst = heard === undefined && !(cameEarly && performance.now() > overlapMs)
      const before = isFirst ? performance.timeOrigin + performance.now() - overlapMs : Infinity
      heard = connection
      void queries.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt < before })
    },
    onNews: (news) => {
      if (news === 'refused') return onRefused()
      told.push(news)
      timer ??= setTimeout(refresh, gatherMs)
    },
  }
  const onVisibility = () => {
    if (document.visibilityState === 'visible') {
      stop ??= oneTabLeads(openTabChannel(`tessera.events.${person}`), part)
    } else if (stop) {
      stop()
      stop = undefined
      // Whatever it hears next, it has missed something.
      heard = ''
    }
  }

  const people = openTabChannel('tessera.people')
  people.onmessage = ({ data }: MessageEvent<string>) => { if (data !== person) onRefused() }
  people.postMessage(person)
  document.addEventListener('visibilitychange', onVisibility)
  onVisibility()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibility)
    people.close()
    stop?.()
  }
}

type Say = Parameters<Part<Standing, News>['lead']>[0]

/** EventSource connects again by itself, except after an error answer; then this does, after a pause that grows to a minute. */
function connect(person: string, say: Say): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = 1000
  let standing: Standing = {}
  const stands = (change: Standing) => {
    standing = { ...standing, ...change }
    say.state(standing)
  }
  const open = () => {
    const since = new Date(presentTime() - overlapMs).toISOString()
    source = new EventSource(`/api/events?actingAs=${encodeURIComponent(person)}&since=${since}`)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => say.news(JSON.parse(data) as ChangeEvent))
    source.addEventListener('clock', ({ data }: MessageEvent<string>) => {
      stands({ isClockHeld: (JSON.parse(data) as { isHeld: boolean }).isHeld })
    })
    source.addEventListener('open', () => {
      pause = 1000
      stands({ connection: crypto.getRandomValues(new Uint32Array(2)).join('-') })
    })
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      say.news('refused')
      timer = setTimeout(open, pause)
      pause = Math.min(pause * 2, 60_000)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
