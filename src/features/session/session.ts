import { useSyncExternalStore } from 'react'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Persona, Session } from '../../../domain/session/schemas.ts'
import { actAs, actingAs } from '../../api/tabs/acting-as.ts'
import { forgetWork, forgetWorkOfOthers, personOf, workAs } from '../../api/tabs/kept-work.ts'
import { keepPolicy } from '../../api/own-policy.ts'
import { isProblem } from '../../api/problem-error.ts'
import { call } from '../../api/call.ts'
import { onOtherPerson, onSignedOut, onStepUp } from '../../api/request.ts'
import { speakFor } from '../../i18n/use-words.ts'
import { createListeners } from '../../ui/listeners.ts'
import { signInAddress } from './sign-in-address.ts'
import { forgetUnsaved } from '../../ui/forms/use-unsaved.ts'
import { bequeathTyped, holdTyped, keepTyped, releaseTyped, takeTyped } from '../../ui/forms/use-typed.ts'

/** `ended`: this person's session is over, so the page belongs to nobody. */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed-in'; actor: Actor; sendsMail: boolean; isClockHeld: boolean }
  | { status: 'signed-out'; ended?: Actor }

let state: SessionState = { status: 'unknown' }
let loading: Promise<Actor | null> | undefined
/** The browser's session, when another tab has changed it. */
let other: Session | undefined
let checking: Promise<void> | undefined
/** Counts the page's changes of person. */
let pages = 0
const { tell, subscribe } = createListeners()

function set(next: SessionState) {
  state = next
  actAs(next.status === 'signed-in' ? next.actor : null)
  tell()
}

function setOther(next: Session | undefined) {
  if (next) hold()
  else if (state.status === 'signed-in') releaseTyped()
  other = next
  tell()
}

function hold() {
  if (state.status === 'signed-in') holdTyped(personOf(state.actor))
}

/** Calls back on sign-in, sign-out and the session's end. Returns its undo. */
export const subscribeToSession = subscribe

/** True when a person's session ended by itself. */
export const hasEnded = (session: SessionState): boolean => session.status === 'signed-out' && session.ended !== undefined

export const sessionNow = (): SessionState => state

/** The browser's other person; undefined while it is the page's or nobody. */
export const otherNow = (): Session | undefined => other

onSignedOut(() => {
  if (state.status !== 'signed-in') return
  hold()
  other = undefined
  set({ status: 'signed-out', ended: state.actor })
})

onStepUp(() => {
  if (state.status !== 'signed-in') return
  // Comes back to this page, with what was typed on it.
  keepTyped(personOf(state.actor))
  forgetUnsaved()
  const { pathname, search } = location
  location.assign(signInAddress(pathname + search, { isFresh: true }))
})

onOtherPerson(() => {
  // Holds typed values, whatever the refusal does to the page.
  hold()
  void checkSession()
})

/** Keeps the server's latest clock state. */
export function keepClock(isClockHeld: boolean): void {
  if (state.status === 'signed-in' && state.isClockHeld !== isClockHeld) set({ ...state, isClockHeld })
}

/** Returns the signed-in actor, null for nobody; asks the server once. Throws like `request`, except for "not signed in". */
export function loadSession(): Promise<Actor | null> {
  if (state.status === 'signed-in') return Promise.resolve(state.actor)
  if (state.status === 'signed-out') return Promise.resolve(null)
  loading ??= ask().finally(() => {
    loading = undefined
  })
  return loading
}

async function ask(): Promise<Actor | null> {
  try {
    return await enter(await call('GET /session'))
  } catch (error) {
    if (!isProblem(error) || error.problem.status !== 401) throw error
    // The next page speaks the browser's language.
    await speakFor(undefined)
    set({ status: 'signed-out' })
    return null
  }
}

async function enter(session: Session): Promise<Actor> {
  forgetWorkOfOthers(personOf(session))
  return become(session)
}

async function become({ sendsMail, isClockHeld, policy, ...actor }: Session): Promise<Actor> {
  keepPolicy(policy)
  workAs(personOf(actor))
  await speakFor(actor.user.locale)
  set({ status: 'signed-in', actor, sendsMail, isClockHeld })
  takeTyped(personOf(actor))
  if (!other) releaseTyped()
  return actor
}

/** Asks who is signed in, which another tab may have changed, and notifies subscribers. Without a response nothing changes. */
export function checkSession(): Promise<void> {
  if (state.status === 'unknown') return Promise.resolve()
  checking ??= compare().catch(() => undefined).finally(() => {
    checking = undefined
  })
  return checking
}

async function compare(): Promise<void> {
  const asked = actingAs()
  const found = await call('GET /session', { headers: { 'Tessera-Unattended': '1' } }).catch((error: unknown) => {
    if (isProblem(error) && error.problem.status === 401) return undefined
    throw error
  })
  if (asked !== actingAs()) return
  if (!found || personOf(found) === asked) setOther(undefined)
  // The same person, signed in again elsewhere, finds the page unchanged.
  else if (state.status === 'signed-out' && state.ended && personOf(state.ended) === personOf(found)) await enter(found)
  else setOther(found)
}

/** Reads again what the portal knows of the person and their organisation. */
export const renewSession = async (): Promise<void> => void (await become(await call('GET /session')))

/** Gives the page, with typed values, to the browser's person; render again before {@link showPage}. */
export async function goOnAsOther(): Promise<void> {
  if (!other) return
  bequeathTyped(personOf(other))
  pages += 1
  await become(other)
}

/** Shows the page to its new person. */
export const showPage = (): void => setOther(undefined)

/** The page belongs to nobody until a sign-in. */
export function leavePerson(): void {
  other = undefined
  set({ status: 'signed-out' })
}

/** The sign-in succeeded, but the browser does not send its cookie. */
export class SessionNotKept extends Error {}

/** Demo only: becomes this persona. Throws {@link SessionNotKept} before anything else finds nobody signed in. */
export async function signInAs(persona: Persona['persona']): Promise<void> {
  other = undefined
  await call('POST /session', { body: { persona } })
  await enter(await call('GET /session').catch((error: unknown) => {
    throw isProblem(error, 'session.required') ? new SessionNotKept() : error
  }))
}

export async function signOut(): Promise<void> {
  await call('DELETE /session')
  if (state.status === 'signed-in') forgetWork(personOf(state.actor))
  await speakFor(undefined)
  set({ status: 'signed-out' })
}

export const useSession = (): SessionState => useSyncExternalStore(subscribeToSession, sessionNow)

export const useOther = (): Session | undefined => useSyncExternalStore(subscribeToSession, otherNow)

/** Changes with the page's person, to render for one person alone. */
export const usePageNumber = (): number => useSyncExternalStore(subscribeToSession, () => pages)

/** The actor, for pages inside the shell, which always have one. */
export function useActor(): Actor {
  const session = useSession()
  if (session.status !== 'signed-in') throw new Error('A page for signed-in people was drawn without one')
  return session.actor
}

/** Whether the host sends mail; otherwise people send messages themselves. */
export function useSendsMail(): boolean {
  const session = useSession()
  return session.status === 'signed-in' && session.sendsMail
}
