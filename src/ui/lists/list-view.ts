import { longestSearch } from '../../../domain/search/longest-search.ts'

/** Reads a part of a view from an address; undefined for an unknown value, so that an old or mistyped link still works. */
type Reader<Value> = (given: string) => Value | undefined

export const soughtText: Reader<string> = (given) => given.trim().slice(0, longestSearch) || undefined

export const oneOf = <const Value extends string>(values: readonly Value[]): Reader<Value> => (given) =>
  values.find((value) => value === given)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const someId: Reader<string> = (given) => (uuid.test(given) ? given.toLowerCase() : undefined)

export type Parts<View> = { [Part in keyof View]?: string | undefined }
/** New values for parts of a view; an empty one removes the filter. */
export type ViewChange<View> = { [Part in keyof View]?: string }
type Name<View> = keyof View & string
type Readers<View> = { [Part in keyof View]?: Reader<NonNullable<View[Part]>> }

/** A list's view as in its address: `readers` in order, and omitted `defaults`. */
export function listView<View extends Parts<View>>(readers: Readers<View>, defaults: Partial<View> = {}) {
  const names = Object.keys(readers) as Name<View>[]
  const viewOf = (given: (name: Name<View>) => string | null | undefined): View => {
    const view: Partial<View> = { ...defaults }
    for (const name of names) view[name] = readers[name]?.(given(name) ?? '') ?? view[name]
    return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as View
  }
  return {
    read: (address: URLSearchParams): View => viewOf((name) => address.get(name)),
    /** One view has one address: fixed order, no defaults. */
    write: (view: View): string => {
      const said = names.filter((name) => view[name] && view[name] !== defaults[name])
      return new URLSearchParams(said.map((name) => [name, view[name] ?? ''])).toString()
    },
    changed: (view: View, change: ViewChange<View>): View => viewOf((name) => change[name] ?? view[name]),
    /** Removes the filters and keeps the order. */
    cleared: (view: View): View => viewOf((name) => (name === 'sort' ? view[name] : '')),
    /** Tells whether filters may be why the list is empty. */
    isNarrowed: (view: View): boolean => names.some((name) => name !== 'sort' && view[name]),
  }
}

export type ListView<View extends Parts<View>> = ReturnType<typeof listView<View>>
