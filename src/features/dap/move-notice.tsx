import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Marked } from '../../ui/looks/layout.tsx'
import { useMoveJob } from './move-job.ts'

/** Links back to an unfinished move. */
export function MoveNotice({ person, linkTo }: { person: string; linkTo: string }) {
  const { t } = useWords()
  const { step } = useMoveJob(person)
  if (step === 'draft') return null
  return (
    <Marked as="p" role="status" gap={2} box="info-soft" pad="2 3" after={4} measure={84}>
      <Icon name="info" />
      <span><span>{t(`dap.notice.${step}`)}</span> <Link to={linkTo}>{t('dap.notice.show')}</Link></span>
    </Marked>
  )
}
