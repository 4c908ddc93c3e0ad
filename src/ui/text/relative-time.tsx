import { useWords } from '../../i18n/use-words.ts'
import { useNow } from './use-now.ts'

const alone = (when: string): string => when

/** A moment within a sentence of the catalogue, which puts it where the language wants it. */
type Within = { at: string; within?: (when: string) => string }

/** "3 days ago" or, further, the day; the exact moment for those who point at it or listen. Keeps itself true while the page is open. */
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

/** The exact moment, and how far it is while it is near. Keeps itself true while the page is open. */
export function Moment({ at, within = alone }: Within) {
  const { formatMoment } = useWords()
  return <time dateTime={at}>{within(formatMoment(at, useNow()))}</time>
}
