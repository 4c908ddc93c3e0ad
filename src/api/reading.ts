import { infiniteQueryOptions, keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { Page } from '../../domain/page.ts'
import { type AnyGiven, type Arguments, ask } from './call.ts'
import type { Answer, ListPath, PageOf, ReadPath, ViewOf } from './operations.ts'

/** What is read of the API. Every key begins with the noun that changes are told by; what is read of one row changes with that alone. */
export const reading = <Path extends ReadPath>(queryKey: QueryKey, path: Path, ...[given]: Arguments<`GET ${Path}`>) =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) => ask<Answer<`GET ${Path}`>>(`GET ${path}`, { ...given, signal }),
    meta: { row: (given as AnyGiven | undefined)?.path?.id?.toLowerCase() },
  })

const longestPage = 200
const firstPage = 60

const inPages = <Path extends ListPath>(path: Path, view: ViewOf<Path> | undefined, first: number, later: number) => ({
  queryFn: ({ pageParam: cursor, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    ask<PageOf<Path>>(`GET ${path}`, { query: { ...view, cursor, limit: cursor === undefined ? first : later }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: PageOf<Path>) => page.nextCursor ?? undefined,
})

/** A list that comes `limit` rows at a time. */
export const pagesOf = <Path extends ListPath>(queryKey: QueryKey, path: Path, limit: number, view?: ViewOf<Path>) =>
  infiniteQueryOptions({ queryKey, ...inPages(path, view, limit, limit) })

/** The rows of a grid: the first page is short, so that they come soon; those of the view before stay until then. */
export const gridOf = <Path extends ListPath>(queryKey: QueryKey, path: Path, view?: ViewOf<Path>) =>
  infiniteQueryOptions({
    queryKey, ...inPages(path, view, firstPage, longestPage), placeholderData: keepPreviousData, meta: { isOfRows: true },
  })

/** The first `most` rows of a list, however many pages they come in. */
export async function firstOf<Path extends ListPath>(
  path: Path, most: number, view?: ViewOf<Path>, signal?: AbortSignal,
): Promise<{ items: PageOf<Path>['items'][number][]; total: Page<unknown>['total']; hasMore: boolean }> {
  const items: PageOf<Path>['items'][number][] = []
  let page: PageOf<Path>
  let cursor: string | null = null
  do {
    page = await ask<PageOf<Path>>(`GET ${path}`, { query: { ...view, cursor, limit: longestPage }, signal })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && items.length < most)
  return { items: items.slice(0, most), total: page.total, hasMore: cursor !== null }
}
