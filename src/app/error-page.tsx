import { useEffect, useEffectEvent } from 'react'
import { isRouteErrorResponse, useLocation, useRevalidator, useRouteError } from 'react-router'
import { isMissingCode, isNotFound, isProblem, NetworkError } from '../api/problem-error.ts'
import { useWords } from '../i18n/use-words.ts'
import { useFreshPage } from '../ui/waiting/fresh-page.ts'
import { ErrorState } from '../ui/waiting/states.tsx'
import { useOnline } from '../ui/waiting/use-online.ts'
import { BarePage } from './bare-page.tsx'
import { NotFound } from './not-found.tsx'

/** Milliseconds before a page that failed for a passing reason is fetched again. */
const untilNextTry = 5_000

/** Where each failed code was first shown. */
const shownAt = new WeakMap<Error, string>()

/** A failed page inside the shell, with a retry; the navigation stays. */
export function PageError() {
  const { t } = useWords()
  const error = useRouteError()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!(error instanceof NetworkError) && !isProblem(error, 'store.unavailable')) return
    const timer = setInterval(() => void revalidate(), untilNextTry)
    return () => clearInterval(timer)
  }, [error, revalidate])
  const { isComing, begin } = useFreshPage()
  const isMissing = isMissingCode(error)
  useOnline(isMissing, begin)
  const { key } = useLocation()
  const fetchWhatWasKept = useEffectEvent(() => {
    if (!isMissing) return
    // The router keeps the failure, so a returning person would see it again.
    if ((shownAt.get(error) ?? key) !== key) begin()
    else shownAt.set(error, key)
  })
  useEffect(() => fetchWhatWasKept(), [error, key])
  if (isRouteErrorResponse(error) ? error.status === 404 : isNotFound(error)) return <NotFound />
  return (
    <>
      <title>{`${t('ui.error.title')} · Tessera`}</title>
      <h1 tabIndex={-1} className="visually-hidden">{t('ui.error.title')}</h1>
      <ErrorState error={error} retrying={isComing || state === 'loading'} onRetry={isMissing ? begin : () => void revalidate()} />
    </>
  )
}

/** A failed page outside the shell. */
export function RootError() {
  return <BarePage><PageError /></BarePage>
}
