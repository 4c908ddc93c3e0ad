import { useWords } from '../i18n/use-words.ts'
import { useNow } from './use-now.ts'

/** "3 days ago" or, further, the day; the exact moment for those who point at it or listen. Keeps itself true while the page is open. */
export function RelativeTime({ at }: { at: string }) {
  const { formatRelative, formatDateTime } = useWords()
  const exact = formatDateTime(at)
  return (
    <time dateTime={at} title={exact}>
      <span>{formatRelative(at, useNow())}</span>
      <span className="visually-hidden">{` (${exact})`}</span>
    </time>
  )
}

/** The exact moment, and how far it is while it is near. Keeps itself true while the page is open. */
export function Moment({ at }: { at: string }) {
  const { formatMoment } = useWords()
  return <time dateTime={at}>{formatMoment(at, useNow())}</time>
}
