import { useWords } from '../i18n/use-words.ts'
import { ButtonLink } from '../ui/actions/button.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { paths } from './paths.ts'

/** A missing page and one that the actor may not see look the same on purpose. */
export function NotFound() {
  const { t } = useWords()
  return (
    <EmptyState asPage title={t('app.not_found.title')} action={<ButtonLink to={paths.home}>{t('app.not_found.home')}</ButtonLink>}>
      {t('app.not_found.why')}
    </EmptyState>
  )
}
