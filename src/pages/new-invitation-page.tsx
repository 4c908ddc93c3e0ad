import { useWords } from '../i18n/use-words.ts'
import { PageHeader } from '../ui/page-header.tsx'

export function Component() {
  const { t } = useWords()
  return <PageHeader title={t('app.nav.invitations')} />
}
