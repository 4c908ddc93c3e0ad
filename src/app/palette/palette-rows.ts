import type { Refusal } from '../../../domain/verdict.ts'
import type { IconName } from '../../ui/marks/icon.tsx'

/** A line to choose: it leads somewhere, does something, or says why this person may not. */
export type Row = {
  id: string
  label: string
  /** Tells rows of the same name apart. */
  note?: string
  icon: IconName
} & (
  { to: string; refusal?: undefined; act?: undefined } |
  { refusal: Refusal; act?: undefined } |
  { act: () => void; refusal?: undefined }
)

export type Group = {
  id: string
  title: string
  rows: readonly Row[]
  /** The rows are of an earlier search. */
  isStale?: boolean
  isComing?: boolean
  hasFailed?: boolean
}

export const shownOfEach = 5

/** Where a key moves to among `count` rows, undefined for other keys; Home and End belong to the field until its caret is at that end. */
export function nextRow(key: string, at: number, count: number, caret: { isFirst: boolean; isLast: boolean }): number | undefined {
  switch (key) {
    case 'ArrowDown': return (at + 1) % count
    case 'ArrowUp': return (at - 1 + count) % count
    case 'Home': return caret.isFirst ? 0 : undefined
    case 'End': return caret.isLast ? count - 1 : undefined
    default: return undefined
  }
}
