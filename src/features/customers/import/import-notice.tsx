import { Link } from 'react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon, type IconName } from '../../../ui/marks/icon.tsx'
import { Row, Text } from '../../../ui/looks/layout.tsx'
import { importStep, useImportJob } from './import-state.ts'
import styles from './import.module.css'

const words = { asked: 'asked', checked: 'waiting', running: 'running', done: 'finished', failed: 'failed_short' } as const
const marks = { asked: 'info', checked: 'info', running: 'upload', done: 'success', failed: 'caution' } as const satisfies
  Record<keyof typeof words, IconName>

/** Shows an unfinished import on the customer list. */
export function ImportNotice({ person, importLink }: { person: string; importLink: string }) {
  const { t } = useWords()
  const job = useImportJob(person)
  const step = importStep(job)
  if (step === 'choose' || step === 'checking') return null
  const text = t(`customers.import.${words[step]}`, { file: job.draft.file?.name ?? '' })
  const { done = 0, total = 0 } = job.progress ?? {}
  return (
    <Row gap="1 3" align="center" pad="2 3" after={3} numbers className={styles.notice} data-step={step}>
      <Icon name={marks[step]} />
      <span role="status">{text}</span>
      {step === 'running' && <progress aria-label={text} value={done} max={total || 1} />}
      {step === 'running' && <Text as="span" tone="muted">{t('customers.import.progress', { done, total })}</Text>}
      <Link to={importLink}>{t('customers.import.show')}</Link>
    </Row>
  )
}
