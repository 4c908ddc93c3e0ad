import { createListeners } from '../listeners.ts'
import type { Tone } from '../marks/badge.tsx'

export type Toast = { id: number; tone: Extract<Tone, 'success' | 'danger' | 'info' | 'caution'>; message: string }

/** Long enough to read twice; errors stay until closed. */
const stayMs = 7000

let toasts: readonly Toast[] = []
let lastId = 0
const { tell, subscribe } = createListeners()

function set(next: readonly Toast[]) {
  toasts = next
  tell()
}

export function closeToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

/** Announces what has just happened; for questions use a dialog. The message is a whole sentence or a short fact. */
export function showToast(message: string, tone: Toast['tone'] = 'success'): void {
  const id = ++lastId
  set([...toasts.slice(-2), { id, tone, message }])
  if (tone !== 'danger') setTimeout(() => closeToast(id), stayMs)
}

export const toastsNow = (): readonly Toast[] => toasts

export const subscribeToToasts = subscribe
