import { tabMemory } from './tab-memory.ts'

type Left = { search: string; entry: string }

const lists = tabMemory<Left>('lists', 20)

/** Keeps the view in which a person sees a list, and the history entry whose scroll and focus belong to it. */
export const keepList = (pathname: string, left: Left): void => lists.set(pathname, left)

/** A link to a list as this tab showed it last; any other address leads where it says. */
export function asLeft(pathname: string): { to: string; state?: { keptAs: string } } {
  const left = lists.get(pathname)
  return left ? { to: pathname + left.search, state: { keptAs: left.entry } } : { to: pathname }
}
