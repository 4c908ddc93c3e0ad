import { useEffect, useRef } from 'react'
import type { Chase } from '../../../../domain/invitations/chasing.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import type { RowJob } from '../../../ui/job/row-job.ts'
import { RowReport } from '../../../ui/job/row-report.tsx'
import type { ChasedRow } from './chase-job.ts'

const done = {
  remind: 'reminders.send.done', send: 'invitations.send.done', withdraw: 'invitations.withdraw.done',
} as const satisfies Record<Chase, string>

type Props = { job: RowJob<ChasedRow>; linkTo: (id: string) => string; again: number; onRetry: () => void; onClose: () => void }

/** The job's report, which can close and reopen while it runs. */
export function ChaseReport({ job, linkTo, again, onRetry, onClose }: Props) {
  const { t } = useWords()
  const chase = job.rows[0]?.chase ?? 'remind'
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.focus(), [])
  const title = t(`chase.${chase}.report`)
  return (
    <Dialog isOpen onClose={onClose} title={title} size="large" actions={<Button onPress={onClose}>{t('row-job.close')}</Button>}>
      <div ref={body} tabIndex={-1}>
        <RowReport job={job} title={title} changed={t(done[chase])} linkTo={linkTo} again={again} onRetry={onRetry}
          nameOf={({ name, reseller }) => ({ name, of: reseller })}
          file={{ name: 'invitations-outcomes.csv', columns: [t('invitations.column.for'), t('invitations.column.through')] }} />
      </div>
    </Dialog>
  )
}
