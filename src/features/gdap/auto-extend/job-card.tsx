import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { changedRows, type RowJob } from '../../../ui/job/row-job.ts'
import { RowReport } from '../../../ui/job/row-report.tsx'
import { type JobRow, worthRetrying } from './extend-jobs.ts'

/** A done row's result. */
type Kind = 'extended' | 'undone' | 'removed'

const titles = {
  extended: 'gdap-board.job.extend', undone: 'gdap-board.job.undo', removed: 'gdap-board.job.remove',
} as const satisfies Record<Kind, string>

type Props = {
  job: RowJob<JobRow>
  kind: Kind
  linkTo: (id: string) => string
  onRetry: () => void
  onClose: () => void
  /** Undoes the job, if possible. */
  onUndo?: () => void
}

export function JobCard({ job, kind, linkTo, onRetry, onClose, onUndo }: Props) {
  const { t } = useWords()
  const changed = changedRows(job).length
  const title = t(titles[kind])
  return (
    <Card title={title} flush>
      <RowReport job={job} title={title} changed={t(`gdap-board.outcome.${kind}`)} linkTo={linkTo} onRetry={onRetry}
        again={worthRetrying(job).length} nameOf={({ displayName, customer }) => ({ name: displayName, of: customer?.displayName })}
        file={{
          name: kind === 'removed' ? 'global-administrator.csv' : 'auto-extend.csv',
          columns: [t('gdap-board.field.name'), t('gdap-board.field.customer')],
        }}>
        {onUndo && changed > 0 && <Button onPress={onUndo}>{t('gdap-board.job.undo_these', { count: changed })}</Button>}
        <Button variant="subtle" icon="close" onPress={onClose}>{t('row-job.close')}</Button>
      </RowReport>
    </Card>
  )
}
