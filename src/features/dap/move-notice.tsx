import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { useMoveJob } from './move-job.ts'

/** Links back to an unfinished move. */
export function MoveNotice({ person, linkTo }: { person: string; linkTo: string }) {
  const { t } = useWords()
  const { step } = useMoveJob(person)
  if (step === 'draft') return null
  return (
    <Noted role="status" icon="info" box="info-soft" pad="2 3" after={4} measure={84}>
      <span>{t(`dap.notice.${step}`)}</span> <Link to={linkTo}>{t('dap.notice.show')}</Link>
    </Noted>
  )
}
