import { describe, expect, it } from 'vitest'
import { needsMore, rowCountOf } from './grid-rows.ts'

const rows = (length: number) => Array.from({ length }, (_, index) => index)

describe('rows laid out', () => {
  it.each([
    ['all are loaded', { rows: rows(7), hasMore: false, total: { count: 7, capped: false } }, 7],
    ['the total is known', { rows: rows(50), hasMore: true, total: { count: 312, capped: false } }, 312],
    ['the total is only "1,000+"', { rows: rows(1200), hasMore: true, total: { count: 1000, capped: true } }, 1250],
    ['rows came in after the count', { rows: rows(50), hasMore: true, total: { count: 40, capped: false } }, 51],
  ])('%s', (_name, list, expected) => {
    expect(rowCountOf(list)).toBe(expected)
  })
})

describe('asking for the next page', () => {
  const list = { rows: rows(200), hasMore: true, loadingMore: false, loadMoreFailed: false, stale: false }
  it.each([
    ['near the end', list, 100, true],
    ['beyond what is loaded', list, 900, true],
    ['far from the end', list, 20, false],
    ['at the end of the list', { ...list, hasMore: false }, 199, false],
    ['while a page is on its way', { ...list, loadingMore: true }, 199, false],
    ['after a page failed', { ...list, loadMoreFailed: true }, 199, false],
    ['while the rows are of the view before', { ...list, stale: true }, 199, false],
  ])('%s', (_name, given, lastShown, expected) => {
    expect(needsMore(given, lastShown)).toBe(expected)
  })
})
