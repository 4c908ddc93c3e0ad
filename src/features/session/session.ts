import { useSyncExternalStore } from 'react'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Persona, Session } from '../../../domain/session/schemas.ts'
import { forgetWork, forgetWorkOfOthers, personOf } from '../../api/kept-work.ts'
import { keepPolicy } from '../../api/own-policy.ts'
import { isProblem } from '../../api/problem-error.ts'
import { onSignedOut, request } from '../../api/request.ts'
import { suggestLocale } from '../../i18n/use-words.ts'

/** `ended`: there was a session and it is over, so the page on screen belongs to nobody. */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed-in'; actor: Actor; sendsMail: boolean; isClockHeld: boolean }
  | { status: 'signed-out'; ended: boolean }

let state: SessionState = { status: 'unknown' }
let loading: Promise<Actor | null> | undefined
const listeners = new Set<() => void>()

function set(next: SessionState) {
  state = next
  for (const listener of listeners) listener()
}

/** Calls back when somebody signs in or out, or a session ends by itself. Returns the way to stop. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const sessionNow = (): SessionState => state

onSignedOut(() => {
  if (state.status === 'signed-in') set({ status: 'signed-out', ended: true })
})

/** Who is signed in, null when nobody is; asked of the server once. Throws what `request` throws, except for "not signed in". */
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
    return await enter(await request<Session>('/session'))
  } catch (error) {
    if (!isProblem(error) || error.problem.status !== 401) throw error
    set({ status: 'signed-out', ended: false })
    return null
  }
}

async function enter({ sendsMail, isClockHeld, policy, ...actor }: Session): Promise<Actor> {
  keepPolicy(policy)
  await suggestLocale(actor.user.locale)
  forgetWorkOfOthers(personOf(actor))
  set({ status: 'signed-in', actor, sendsMail, isClockHeld })
  return actor
}

/** Demo only: becomes this persona. */
export async function signInAs(persona: Persona['persona']): Promise<void> {
  await enter(await request<Session>('/session', { method: 'POST', body: { persona } }))
}

export async function signOut(): Promise<void> {
  await request<undefined>('/session', { method: 'DELETE' })
  if (state.status === 'signed-in') forgetWork(personOf(state.actor))
  set({ status: 'signed-out', ended: false })
}

export const useSession = (): SessionState => useSyncExternalStore(subscribeToSession, sessionNow)

/** Who is asking, for every page inside the shell, which shows none of them to nobody. */
export function useActor(): Actor {
  const session = useSession()
  if (session.status !== 'signed-in') throw new Error('A page for signed-in people was drawn without one')
  return session.actor
}

/** Whether the host sends mail by itself; otherwise people send what the portal writes with their own program. */
export function useSendsMail(): boolean {
  const session = useSession()
  return session.status === 'signed-in' && session.sendsMail
}
