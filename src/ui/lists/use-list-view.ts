import { useEffect, useMemo } from 'react'
import { type Location, useLocation, useNavigate, useSearchParams } from 'react-router'
import { keepList } from './list-left.ts'
import type { ListView, Parts, ViewChange } from './list-view.ts'

/** A list's view, and how to change it. */
export type ListAt<View> = {
  view: View
  isNarrowed: boolean
  /** The history entry and view that keep scroll and focus. */
  keptAs: { entry: string; view: string }
  change: (wanted: ViewChange<View>) => void
  sort: string | undefined
  onSort: (sort: string) => void
  clear: () => void
}

/** Reads the view from the page's address; a change changes the address, with `replace` without a history entry. */
export function useListView<View extends Parts<View> & { search?: string | undefined; sort?: string | undefined }>(
  list: ListView<View>, { replace = false } = {},
): ListAt<View> {
  const { key, pathname, state } = useLocation() as Location<{ keptAs?: string } | null>
  // Whoever comes back finds the list as it was left.
  const entry = state?.keptAs ?? key
  const navigate = useNavigate()
  const address = useSearchParams()[0].toString()
  const view = useMemo(() => list.read(new URLSearchParams(address)), [list, address])
  useEffect(() => keepList(pathname, { search: address && `?${address}`, entry }), [address, entry, pathname])
  return useMemo(() => {
    const show = (next: View, isSameStep: boolean) =>
      void navigate({ search: list.write(next) }, { replace: replace || isSameStep, preventScrollReset: true })
    return {
      view,
      sort: view.sort,
      onSort: (sort) => show(list.changed(view, { ...view, sort }), false),
      isNarrowed: list.isNarrowed(view),
      keptAs: { entry, view: list.write(view) },
      // Typing makes one history entry, not many, also where keys are faster than what they show.
      change: (wanted) => {
        const latest = list.read(new URLSearchParams(globalThis.location.search))
        show(list.changed(latest, wanted), Boolean(wanted.search && latest.search))
      },
      clear: () => show(list.cleared(view), false),
    }
  }, [entry, list, navigate, replace, view])
}
