import { useEffect } from 'react'
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router'
import { isMissingCode, isProblem, NetworkError } from '../api/problem-error.ts'
import { useWords } from '../i18n/use-words.ts'
import { ErrorState } from '../ui/states.tsx'
import { BarePage } from './bare-page.tsx'
import { NotFound } from './not-found.tsx'

/** Milliseconds after which a page that could not be had, for a reason that may pass, is asked for again. */
const untilNextTry = 5_000

/** Inside the shell: a page that could not be drawn, the way to try again, and the navigation still there. */
export function PageError() {
  const { t } = useWords()
  const error = useRouteError()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!(error instanceof NetworkError) && !isProblem(error, 'store.unavailable')) return
    const timer = setInterval(() => void revalidate(), untilNextTry)
    return () => clearInterval(timer)
  }, [error, revalidate])
  if (isRouteErrorResponse(error) ? error.status === 404 : isProblem(error) && error.problem.status === 404) return <NotFound />
  return (
    <>
      <title>{`${t('ui.error.title')} · Tessera`}</title>
      <h1 tabIndex={-1} className="visually-hidden">{t('ui.error.title')}</h1>
      {/* Code of another version only comes with a fresh page. */}
      <ErrorState error={error} retrying={state === 'loading'}
        onRetry={() => (isMissingCode(error) ? location.reload() : void revalidate())} />
    </>
  )
}

/** Outside the shell: the same, on a page of its own. */
export function RootError() {
  return <BarePage><PageError /></BarePage>
}
