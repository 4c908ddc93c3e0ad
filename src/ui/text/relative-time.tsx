import { useWords } from '../../i18n/use-words.ts'
import { useNow } from './use-now.ts'

const alone = (when: string): string => when

/** Places a time within a sentence of the catalogue. */
type Within = { at: string; within?: (when: string) => string }

/** "3 days ago" or, further away, the day; the exact time for pointers and screen readers. Updates itself. */
export function RelativeTime({ at, within = alone }: Within) {
  const { formatRelative, formatDateTime } = useWords()
  const exact = formatDateTime(at)
  return (
    <time dateTime={at} title={exact}>
      <span>{within(formatRelative(at, useNow()))}</span>
      <span className="visually-hidden">{` (${exact})`}</span>
    </time>
  )
}

/** The exact time, and the distance while near. Updates itself. */
export function Moment({ at, within = alone }: Within) {
  const { formatMoment } = useWords()
  return <time dateTime={at}>{within(formatMoment(at, useNow()))}</time>
}
