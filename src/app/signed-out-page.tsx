import { useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { clearedElsewhere } from '../api/tabs/kept-work.ts'
import { useWords } from '../i18n/use-words.ts'
import { ButtonLink } from '../ui/actions/button.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { BarePage } from './bare-page.tsx'
import { isPublic, paths } from './paths.ts'

/** Explains the ended session, and returns to the same place. */
export function SignedOutPage({ ended }: { ended: boolean }) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const isCleared = useSyncExternalStore(clearedElsewhere.subscribe, clearedElsewhere.now)
  const here = pathname + search
  // Navigates in the browser's history, so that no server or proxy sees a link's token.
  const way =
    !ended ? { to: paths.signIn() }
    : isPublic(pathname) ? { to: paths.signIn(), state: { returnTo: here } }
    : { to: paths.signIn(here) }
  return (
    <BarePage>
      <EmptyState asPage title={t(ended ? 'app.signed_out.ended' : 'app.signed_out.by_you')}
        action={<ButtonLink variant="accent" {...way}>{t('app.signed_out.again')}</ButtonLink>}>
        {ended && t(isCleared ? 'app.signed_out.ended.cleared' : 'app.signed_out.ended.text')}
      </EmptyState>
    </BarePage>
  )
}
