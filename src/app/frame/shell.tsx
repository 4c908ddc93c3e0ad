import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useEffect, useRef } from 'react'
import { type LoaderFunctionArgs, Outlet, redirect } from 'react-router'
import { followChanges } from '../../api/events.ts'
import { queryClient } from '../../api/query-client.ts'
import { checkSession, hasEnded, keepClock, loadSession, sessionNow, useSession } from '../../features/session/session.ts'
import { startWords, useWords } from '../../i18n/use-words.ts'
import { NameRule } from '../../ui/actions/reason.tsx'
import { ReasonsOnce } from '../../ui/actions/reasons-once.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { Line } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { entriesFor, Navigation } from './navigation.tsx'
import { paths } from '../paths.ts'
import styles from './shell.module.css'
import { SignedOutPage } from '../signed-out-page.tsx'
import { TopBar } from './top-bar.tsx'
import { VisitingPage } from '../visiting-page.tsx'

/** Redirects to the sign-in page, with the way back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [actor] = await Promise.all([loadSession(), startWords({ portal: true })])
  if (!actor && !hasEnded(sessionNow())) {
    const { pathname, search } = new URL(request.url)
    throw redirect(paths.signIn(pathname + search))
  }
  return null
}

const linkedRule = (rule: string) => <RuleLink rule={rule} />

/** The frame of a signed-in person's pages, with navigation and live changes. */
export function Component() {
  const session = useSession()
  const userId = session.status === 'signed-in' ? session.actor.user.id : undefined
  const isVisiting = session.status === 'signed-in' && session.actor.organization.isVisiting
  useEffect(
    () => (userId && !isVisiting ? followChanges(queryClient, () => void checkSession(), keepClock) : undefined), [userId, isVisiting],
  )
  const { t, locale } = useWords()
  const spoken = useRef(locale)
  // Lists sort by the language.
  useEffect(() => {
    if (spoken.current === locale) return
    spoken.current = locale
    void queryClient.invalidateQueries()
  }, [locale])
  if (session.status !== 'signed-in') return <SignedOutPage ended={hasEnded(session)} />
  if (isVisiting) return <Suspense fallback={null}><VisitingPage actor={session.actor} /></Suspense>
  const entries = entriesFor(session.actor.organization.kind)
  return (
    <QueryClientProvider client={queryClient}>
      <div className={styles.shell} data-plain={entries.length === 0 || undefined}>
        <TopBar actor={session.actor} />
        {entries.length > 0 && <Navigation entries={entries} />}
        <main id="main" tabIndex={-1} className={styles.main} key={userId}>
          <div aria-live="polite">
            {/* Nobody shall wait for a mail while the work that time drives is on hold. */}
            {session.isClockHeld && session.actor.organization.kind !== 'customer' && (
              <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" after={4}>
                <Icon name="waiting" tone="caution" /><span>{t('app.clock_held')}</span>
              </Line>
            )}
          </div>
          <NameRule value={linkedRule}>
            <ReasonsOnce><Outlet /></ReasonsOnce>
          </NameRule>
        </main>
      </div>
    </QueryClientProvider>
  )
}
