import { useLocation } from 'react-router'
import { useWords } from '../i18n/use-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { BarePage } from './bare-page.tsx'
import { paths } from './paths.ts'

/** The session is over: says why nothing is shown any more, and brings back to the same place. */
export function SignedOutPage({ ended }: { ended: boolean }) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const signIn = (
    <ButtonLink variant="accent" to={paths.signIn(ended ? pathname + search : undefined)}>{t('app.signed_out.again')}</ButtonLink>
  )
  return (
    <BarePage>
      <EmptyState asPage title={t(ended ? 'app.signed_out.ended' : 'app.signed_out.by_you')} action={signIn}>
        {ended && t('app.signed_out.ended.text')}
      </EmptyState>
    </BarePage>
  )
}
