import { Activity, lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { checkSession, hasEnded, otherNow, sessionNow, subscribeToSession, useOther, usePageNumber } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { requestHeadingFocus, takeHeadingFocus } from '../ui/focus/heading-focus.ts'
import { keepLostFocus } from '../ui/focus/lost-focus.ts'
import { ToastRegion } from '../ui/overlays/toast-region.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { isSignIn } from './paths.ts'
import styles from './root-layout.module.css'

const OtherPersonPage = lazy(() => import('./other-person-page.tsx').then((page) => ({ default: page.OtherPersonPage })))

// The page that explains the change takes the focus and gives it back.
let wasShown = false
subscribeToSession(() => {
  const isShown = otherNow() !== undefined || hasEnded(sessionNow())
  if (isShown !== wasShown) requestHeadingFocus()
  wasShown = isShown
})

/** The frame of every page: skip link, scrolling, focus and announcements. */
export function RootLayout() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const other = useOther()
  const page = usePageNumber()
  const place = `${pathname} ${other?.user.id}`
  const shown = useRef(place)
  const main = other ? '#main-other' : '#main'
  useLayoutEffect(() => {
    if (shown.current === place) return
    shown.current = place
    // The page that names the signed-in person comes later and takes the focus.
    if (other) return
    const heading = document.querySelector<HTMLElement>('h1')
    if (heading && takeHeadingFocus()) heading.focus({ preventScroll: true })
  }, [place, other])
  useEffect(keepLostFocus, [])
  useEffect(() => {
    const onVisible = () => {
      // Signing in settles who the person is.
      if (document.visibilityState === 'visible' && !isSignIn(location.pathname)) void checkSession()
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [])
  return (
    <>
      <a href={main} className={styles.skip} onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>(main)?.focus()
      }}>{t('app.skip_to_content')}</a>
      <Progress />
      {/* Hidden components miss updates, so another person's page renders from the start. */}
      <Activity key={page} mode={other ? 'hidden' : 'visible'}><Outlet /></Activity>
      {other && <Suspense fallback={null}><OtherPersonPage other={other} /></Suspense>}
      <LeaveGuard />
      <ToastRegion />
      <ScrollRestoration />
    </>
  )
}

/** The present page stays until the next one has loaded. */
function Progress() {
  const { state } = useNavigation()
  return state === 'idle' ? null : <div className={styles.progress} aria-hidden="true" />
}
