import type { Scope } from '../../store/scope.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'

type Listener = {
  scope: Scope
  /** SHA-256 of the session's token, or of the access token. */
  session: string
  isToken: boolean
  requestId: string
  cursor: string
  /** Writes text; `heard` is false when nobody reads it. */
  tell(text: string): { heard: boolean }
  /** Called once, when nobody listens any more. */
  end(): void
}

/** What a listener knows: the store's head, the clock's state, and the look at which its heartbeat is due. */
type Heard = { head: number; beat: number; isClockHeld: boolean | undefined }

/** Streams of one session. A browser has one, or two while tabs take turns; other clients may have more. */
const mostOfSession = 8
const mostOfAll = 10_000
const pause = { betweenLooks: 500, looksOfARound: 30 }
/** Sessions per look, and listeners between two turns. */
const atOnce = { sessions: 500, listeners: 100 }

/**
 * Serves every event stream of this process from one look at the store, twice a second while anybody listens: one statement for all
 * organisations' news, one for the sessions, and one for each organisation with news. Tells every listener whether time-driven work waits
 * for the operator, at first and at each change. Spreads heartbeats over a round of looks, so that thousands of silent streams never write
 * at once.
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

  /** Takes a place for a session's stream; call the result to free it. Throws a 429 or 503 when there is none. */
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

  /** Adds a listener; call the result to stop. */
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
        // The listeners reconnect and learn the state.
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
    // Listeners at the same cursor share one read.
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
        // One read may not return all changes.
        if (changes.length === 0) state.head = newest.get(listener.scope.organizationId) ?? 0
        else tell(listener, text)
      }
      if (index % atOnce.listeners === atOnce.listeners - 1) await turn()
    }
  }

  function tell(listener: Listener, text: string): void {
    if (!listener.tell(text).heard) leave(listener)
  }

  /** Checks all sessions in one look while they are few, else in rounds. */
  async function endWithSessions(): Promise<void> {
    const sessions = [...new Set([...listeners.keys()].map(({ session }) => session))]
    if (lastChecked >= sessions.length) lastChecked = 0
    const checked = new Set(sessions.slice(lastChecked, lastChecked + atOnce.sessions))
    lastChecked += atOnce.sessions
    const ofTokens = new Set([...listeners.keys()].flatMap(({ session, isToken }) => (isToken && checked.has(session) ? [session] : [])))
    const at = now().toISOString()
    const ofSessions = [...checked].filter((session) => !ofTokens.has(session))
    const living = new Set([...await store.sessions.living(ofSessions, at), ...await store.tokens.living([...ofTokens], at)])
    for (const listener of listeners.keys()) if (checked.has(listener.session) && !living.has(listener.session)) leave(listener)
  }

  return { takePlace, listen }
}
