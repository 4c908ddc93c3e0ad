import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

// public/theme.js reads the same key before the first paint.
const storageKey = 'tessera.theme'
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const themeNow = (): Theme => themes.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system'

export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow)

/** Applies and keeps the theme; `system` follows the device. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // Without storage the choice lasts for the page.
  }
  for (const listener of listeners) listener()
}
