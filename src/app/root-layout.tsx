import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useWords } from '../i18n/use-words.ts'
import { Mark } from '../ui/mosaic.tsx'
import { takeHeadingFocus } from '../ui/heading-focus.ts'
import { ToastRegion } from '../ui/toast-region.tsx'
import styles from './root-layout.module.css'

/** Around every page: the way past the navigation, where the page scrolls to and the focus goes, and what the app says aloud. */
export function RootLayout() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const heading = document.querySelector<HTMLElement>('h1')
    if (heading && takeHeadingFocus()) heading.focus({ preventScroll: true })
  }, [pathname])
  return (
    <>
      <a href="#main" className={styles.skip} onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>('main')?.focus()
      }}>{t('app.skip_to_content')}</a>
      <Progress />
      <Outlet />
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
