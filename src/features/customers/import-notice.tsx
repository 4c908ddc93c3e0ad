import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { useImportJob } from './import-state.ts'
import styles from './import.module.css'

const marks = {
  asked: 'info', checked: 'info', importing: 'upload', imported: 'success', failed: 'caution',
} as const satisfies Record<string, IconName>

/** On the customer list: an import that was left is still there, and how far it is. */
export function ImportNotice({ person, importLink }: { person: string; importLink: string }) {
  const { t } = useWords()
  const job = useImportJob(person)
  if (job.step === 'choose' || job.step === 'checking') return null
  const file = job.file.name
  const text = {
    asked: () => t('customers.import.asked', { file }),
    checked: () => t('customers.import.waiting', { file }),
    importing: () => t('customers.import.running', { file }),
    imported: () => t('customers.import.finished', { file }),
    failed: () => t('customers.import.failed_short', { file }),
  }[job.step]()
  return (
    <div className={styles.notice} data-step={job.step}>
      <Icon name={marks[job.step]} />
      <span role="status">{text}</span>
      {job.step === 'importing' && <progress aria-label={text} value={job.done} max={job.total || 1} />}
      {job.step === 'importing' && (
        <span className={styles.muted}>{t('customers.import.progress', { done: job.done, total: job.total })}</span>
      )}
      <Link to={importLink}>{t('customers.import.show')}</Link>
    </div>
  )
}
