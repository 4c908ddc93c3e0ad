import { infiniteQueryOptions, keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { Page } from '../../domain/page.ts'
import { request, type RequestOptions } from './request.ts'

type Query = NonNullable<RequestOptions['query']>

/** What is read of the API. Every key begins with the noun that changes are told by. */
export const reading = <Answer>(queryKey: QueryKey, path: string, query: Query = {}) =>
  queryOptions({ queryKey, queryFn: ({ signal }) => request<Answer>(path, { query, signal }) })

const longestPage = 200
const firstPage = 60

const inPages = <Answer extends Page<unknown>>(path: string, query: Query, first: number, later: number) => ({
  queryFn: ({ pageParam: cursor, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    request<Answer>(path, { query: { ...query, cursor, limit: cursor === undefined ? first : later }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Answer) => page.nextCursor ?? undefined,
})

/** A list that comes `limit` rows at a time. */
export const pagesOf = <Answer extends Page<unknown>>(queryKey: QueryKey, path: string, limit: number, query: Query = {}) =>
  infiniteQueryOptions({ queryKey, ...inPages<Answer>(path, query, limit, limit) })

/** The rows of a grid: the first page is short, so that they come soon; those of the view before stay until then. */
export const gridOf = <Answer extends Page<unknown>>(queryKey: QueryKey, path: string, view: Query = {}) =>
  infiniteQueryOptions({ queryKey, ...inPages<Answer>(path, view, firstPage, longestPage), placeholderData: keepPreviousData })

/** The first `most` rows of a list, however many pages they come in. */
export async function firstOf<Row>(path: string, most: number, query: Query = {}, signal?: AbortSignal) {
  const items: Row[] = []
  let page: Page<Row>
  let cursor: string | null = null
  do {
    page = await request<Page<Row>>(path, { query: { ...query, cursor, limit: longestPage }, signal })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && items.length < most)
  return { items: items.slice(0, most), total: page.total, hasMore: cursor !== null }
}
