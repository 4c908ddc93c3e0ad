import { useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { clearedElsewhere } from '../api/tabs/kept-work.ts'
import { useWords } from '../i18n/use-words.ts'
import { ButtonLink } from '../ui/actions/button.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { BarePage } from './bare-page.tsx'
import { isPublic, paths } from './paths.ts'

/** The session is over: says why nothing is shown any more, and brings back to the same place. */
export function SignedOutPage({ ended }: { ended: boolean }) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const isCleared = useSyncExternalStore(clearedElsewhere.subscribe, clearedElsewhere.now)
  const here = pathname + search
  // The token of a link stays out of the address that a server or a proxy sees; the browser's own history carries it.
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
