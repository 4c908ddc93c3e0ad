import { useMemo } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { ListView, Parts, ViewChange } from './list-view.ts'

/** What a list shows, and the ways to show something else. */
export type ListAt<View> = {
  view: View
  /** Whether the view leaves anything out. */
  isNarrowed: boolean
  /** Names the entry of the browser's history and the view: scroll and focus are kept with them. */
  keptAs: { entry: string; view: string }
  change: (wanted: ViewChange<View>) => void
  sort: string | undefined
  onSort: (sort: string) => void
  /** Takes every filter off. */
  clear: () => void
}

/** The view that the page's address asks for; a change of it is a change of the address, and with `replace` none that one can go back. */
export function useListView<View extends Parts<View> & { search?: string | undefined; sort?: string | undefined }>(
  list: ListView<View>, { replace = false } = {},
): ListAt<View> {
  const { key: entry } = useLocation()
  const navigate = useNavigate()
  const address = useSearchParams()[0].toString()
  const view = useMemo(() => list.read(new URLSearchParams(address)), [list, address])
  return useMemo(() => {
    const show = (next: View, isSameStep: boolean) =>
      void navigate({ search: list.write(next) }, { replace: replace || isSameStep, preventScrollReset: true })
    return {
      view,
      sort: view.sort,
      onSort: (sort) => show(list.changed(view, { ...view, sort }), false),
      isNarrowed: list.isNarrowed(view),
      keptAs: { entry, view: list.write(view) },
      // Letter after letter is one step back, not many.
      change: (wanted) => show(list.changed(view, wanted), Boolean(wanted.search && view.search)),
      clear: () => show(list.cleared(view), false),
    }
  }, [entry, list, navigate, replace, view])
}
