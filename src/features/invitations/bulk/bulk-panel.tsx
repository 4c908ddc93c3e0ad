import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { JobPanel, JobSteps } from '../../../ui/job/job-panel.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { BulkApart } from './bulk-apart.tsx'
import { BulkListForm } from './bulk-list-form.tsx'
import { checkList, countToMake, emptyList, makeRows, resetBulk, useBulkJob, writeList } from './bulk-job.ts'
import { BulkOutcomes } from './bulk-outcomes.tsx'
import { useReading } from './use-reading.ts'

type Props = { actor: Actor; policy: CloudPolicy; invitationAt: (id: string) => string }

export function BulkPanel({ actor, policy, invitationAt }: Props) {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const fresh = useCallback(() => emptyList(locale, policy), [locale, policy])
  const job = useBulkJob(personOf(actor), fresh)
  const known = useReading(actor.organization.id)
  const count = countToMake(job)
  const make = () => void makeRows(job, known.reading, () => void queries.invalidateQueries({ queryKey: ['invitations'] }))
  if (known.failed) {
    return (
      <ErrorState error={known.failed} kept={t('invitations.new.resellers_failed')} retrying={known.isFetching} onRetry={known.retry} />
    )
  }
  return (
    <JobPanel step={job.step}>
      {job.step === 'draft' ? (
        <BulkListForm job={job} policy={policy} resellers={known.resellers} pending={!known.ready} names={known.reading.names}
          onCheck={(list) => checkList(list, known.reading)} />
      ) : (
        <JobSteps job={job} words="bulk" pending={!known.ready} onContinue={make} onBack={() => writeList(job.draft.list)}
          begin={count > 0 && <Button variant="accent" onPress={make}>{t('bulk.create', { count })}</Button>}
          another={{ children: t('bulk.new'), onPress: resetBulk }}
          lead={job.step === 'done' && <Text measure={76} tone="muted">{t('bulk.done.next')}</Text>}>
          {job.step === 'checked' && <BulkApart job={job} invitationAt={invitationAt} />}
          <BulkOutcomes key={job.step === 'checked' ? 'dry' : 'run'} job={job} />
        </JobSteps>
      )}
    </JobPanel>
  )
}
