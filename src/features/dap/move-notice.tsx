import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './dap.module.css'
import { useMoveJob } from './move-job.ts'

/** Leads back to a move that was left; says nothing when none was begun. */
export function MoveNotice({ person, linkTo }: { person: string; linkTo: string }) {
  const { t } = useWords()
  const { step } = useMoveJob(person)
  if (step === 'draft') return null
  return (
    <p role="status" className={styles.advice}>
      <Icon name="info" />
      <span><span>{t(`dap.notice.${step}`)}</span> <Link to={linkTo}>{t('dap.notice.show')}</Link></span>
    </p>
  )
}
