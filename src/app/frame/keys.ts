const isApple = /Mac/.test(navigator.userAgent)

/** The sign on the key that goes with others, where it has one that all languages share. */
export const modifier = isApple ? '⌘' : undefined

const storageKey = 'tessera.keys'

/** Whether keys alone do something; whoever dictates or presses keys by accident turns that off. */
export function takesSingleKeys(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, 'off')
  } catch {
    // Without storage they stay on.
  }
}

export const opensPalette = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple ? metaKey : ctrlKey) && !altKey && !shiftKey

export type Shown = 'palette' | 'keys' | undefined

/** Says what a key opens, nothing while a dialog is open; `/` moves the focus to the list's search. */
export function keyShows(event: KeyboardEvent): Shown {
  if (document.querySelector('section[role=dialog], dialog[open]')) return undefined
  if (opensPalette(event)) return 'palette'
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[?/]$/.test(key) || !takesSingleKeys()) return undefined
  if ((target as Element).closest('input, select, textarea, [role=menu], [role=listbox]')) return undefined
  if (key === '?') return 'keys'
  const field = document.querySelector<HTMLElement>('main input[type=search]')
  if (field) event.preventDefault()
  field?.focus()
  return undefined
}
