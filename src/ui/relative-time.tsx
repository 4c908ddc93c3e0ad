import { useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'

const everyMs = 60_000

/** "3 days ago", with the exact moment for those who point at it or listen. Keeps itself true while the page is open. */
export function RelativeTime({ at }: { at: string }) {
  const { formatRelative, formatDateTime } = useWords()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  const exact = formatDateTime(at)
  return (
    <time dateTime={at} title={exact}>
      {formatRelative(at, now)}
      <span className="visually-hidden">{` (${exact})`}</span>
    </time>
  )
}
