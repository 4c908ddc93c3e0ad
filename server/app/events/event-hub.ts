import type { Scope } from '../../store/scope.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'

type Listener = {
  scope: Scope
  session: string
  requestId: string
  /** Where it has read to. */
  cursor: string
  /** Hands over text; `heard` is false when nobody takes it away. */
  tell(text: string): { heard: boolean }
  /** Nobody listens to it any more; told once. */
  end(): void
}

/** What a listener has heard of the store and of the clock, where a host doubts it, and at which look of a round its heartbeat is due. */
type Heard = { head: number; beat: number; isClockHeld: boolean | undefined }

/** Streams of one session. A browser has one, two while tabs take turns; other clients of the API may have more. */
const mostOfSession = 8
const mostOfAll = 10_000
const pause = { betweenLooks: 500, looksOfARound: 30 }
/** Sessions that one look asks about, and listeners that are told between two turns. */
const atOnce = { sessions: 500, listeners: 100 }

/**
 * Serves every event stream of this process from one look at the store, twice a second while anybody listens: one statement for what is
 * new in any organisation, one for the sessions, and one for each organisation in which something is new. Each is told at first, and
 * whenever it changes, whether what time alone does waits for the operator. Heartbeats are spread over a round of looks, so that thousands
 * of silent streams are never all told at once.
 */
export function createEventHub(ports: Pick<Ports, 'store' | 'now' | 'turn' | 'reportFailure' | 'isTimeTrusted'>) {
  const { store, now, turn, reportFailure, isTimeTrusted } = ports
  const listeners = new Map<Listener, Heard>()
  const places = new Map<string, number>()
  let taken = 0
  let joined = 0
  let looks = 0
  let wake: (() => void) | undefined
  let isLooking = false
  let lastChecked = 0

  /** Takes a place for a stream of this session, given back by what is returned. Throws a 429 or 503 when there is none. */
  function takePlace(session: string): () => void {
    const of = places.get(session) ?? 0
    if (of >= mostOfSession)
      throw new ApiProblem({ status: 429, code: 'events.too_many', params: { limit: mostOfSession }, retryAfterSeconds: 60 })
    if (taken >= mostOfAll) throw new ApiProblem({ status: 503, code: 'request.busy', retryAfterSeconds: 60 })
    places.set(session, of + 1)
    taken += 1
    return () => {
      const left = (places.get(session) ?? 1) - 1
      if (left > 0) places.set(session, left)
      else places.delete(session)
      taken -= 1
    }
  }

  function leave(listener: Listener): void {
    if (listeners.delete(listener)) listener.end()
    if (listeners.size === 0) wake?.()
  }

  /** From now on the listener is told; gives the way to stop. */
  function listen(listener: Listener): () => void {
    listeners.set(listener, { head: -1, beat: joined++ % pause.looksOfARound, isClockHeld: undefined })
    if (!isLooking) void lookOn()
    return () => leave(listener)
  }

  async function lookOn(): Promise<void> {
    isLooking = true
    while (listeners.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause.betweenLooks)
        wake = () => { clearTimeout(timer); resolve() }
      })
      try {
        await look()
      } catch (error) {
        // Whoever listens comes back and finds out how it stands.
        const [first] = listeners.keys()
        if (first) reportFailure?.(error, first.requestId)
        for (const listener of listeners.keys()) leave(listener)
      }
    }
    isLooking = false
  }

  async function look(): Promise<void> {
    await endWithSessions()
    const scopes = new Map([...listeners.keys()].map(({ scope }) => [scope.organizationId, scope]))
    const newest = await store.changes.newest([...scopes.values()])
    const behind = [...listeners].filter(([{ scope }, { head }]) => head !== (newest.get(scope.organizationId) ?? 0))
    // Who has read to the same point reads the same.
    for (const group of Map.groupBy(behind, ([{ scope, cursor }]) => `${scope.organizationId} ${cursor}`).values())
      await tellNews(group.map(([listener]) => listener), newest)
    const beat = looks++ % pause.looksOfARound
    let notified = 0
    const isClockHeld = isTimeTrusted && !isTimeTrusted()
    for (const [listener, state] of listeners) {
      const isNews = state.isClockHeld !== isClockHeld
      if (!isNews && state.beat !== beat) continue
      state.isClockHeld = isClockHeld
      tell(listener, isNews ? `event: clock\ndata: ${JSON.stringify({ isHeld: isClockHeld })}\n\n` : ': still here\n\n')
      if ((notified += 1) % atOnce.listeners === 0) await turn()
    }
  }

  async function tellNews(group: readonly Listener[], newest: ReadonlyMap<string, number>): Promise<void> {
    const [first] = group
    if (!first) return
    const { changes, cursor, missed } = await store.changes.since(first.scope, first.cursor)
    const text = changes.map((change) => `data: ${JSON.stringify(change)}\nid: ${cursor}\n\n`).join('')
    for (const [index, listener] of group.entries()) {
      const state = listeners.get(listener)
      if (missed) leave(listener)
      else if (state) {
        listener.cursor = cursor
        // There may be more than one reading gives.
        if (changes.length === 0) state.head = newest.get(listener.scope.organizationId) ?? 0
        else tell(listener, text)
      }
      if (index % atOnce.listeners === atOnce.listeners - 1) await turn()
    }
  }

  function tell(listener: Listener, text: string): void {
    if (!listener.tell(text).heard) leave(listener)
  }

  /** All sessions within one look while they are few, otherwise in rounds. */
  async function endWithSessions(): Promise<void> {
    const sessions = [...new Set([...listeners.keys()].map(({ session }) => session))]
    if (lastChecked >= sessions.length) lastChecked = 0
    const checked = new Set(sessions.slice(lastChecked, lastChecked + atOnce.sessions))
    lastChecked += atOnce.sessions
    const living = await store.sessions.living([...checked], now().toISOString())
    for (const listener of listeners.keys()) if (checked.has(listener.session) && !living.has(listener.session)) leave(listener)
  }

  return { takePlace, listen }
}
