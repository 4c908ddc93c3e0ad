import { Activity, lazy, Suspense, useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { checkSession, hasEnded, otherNow, sessionNow, subscribeToSession, useOther, usePageNumber } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { Mark } from '../ui/marks/mosaic.tsx'
import { requestHeadingFocus, takeHeadingFocus } from '../ui/focus/heading-focus.ts'
import { keepLostFocus } from '../ui/focus/lost-focus.ts'
import { ToastRegion } from '../ui/overlays/toast-region.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { isSignIn } from './paths.ts'
import styles from './root-layout.module.css'

const OtherPersonPage = lazy(() => import('./other-person-page.tsx').then((page) => ({ default: page.OtherPersonPage })))

// The page that had the focus goes away; the one that says so takes it, and gives it back.
let wasShown = false
subscribeToSession(() => {
  const isShown = otherNow() !== undefined || hasEnded(sessionNow())
  if (isShown !== wasShown) requestHeadingFocus()
  wasShown = isShown
})

/** Around every page: the way past the navigation, where the page scrolls to and the focus goes, and what the app says aloud. */
export function RootLayout() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const other = useOther()
  const page = usePageNumber()
  const place = `${pathname} ${other?.user.id}`
  const shown = useRef(place)
  const main = other ? '#main-other' : '#main'
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    // The page that says who is signed in comes a moment later, and takes the focus itself.
    if (other) return
    const heading = document.querySelector<HTMLElement>('h1')
    if (heading && takeHeadingFocus()) heading.focus({ preventScroll: true })
  }, [place, other])
  useEffect(keepLostFocus, [])
  useEffect(() => {
    const onVisible = () => {
      // Whoever signs in says who they are.
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
      {/* What is hidden hears of nothing, so for another person it is drawn from the beginning. */}
      <Activity key={page} mode={other ? 'hidden' : 'visible'}><Outlet /></Activity>
      {other && <Suspense fallback={null}><OtherPersonPage other={other} /></Suspense>}
      <LeaveGuard />
      <ToastRegion />
      <ScrollRestoration />
    </>
  )
}

/** The next page is coming; the one on screen stays until it is here. */
function Progress() {
  const { state } = useNavigation()
  return state === 'idle' ? null : <div className={styles.progress} aria-hidden="true" />
}

/** What stands there until the first page's code has come. */
export function Starting() {
  return <div className={styles.starting}><Mark size={40} /></div>
}
