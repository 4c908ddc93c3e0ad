import { useQueryClient } from '@tanstack/react-query'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { JobPanel, JobSteps } from '../../../ui/job/job-panel.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { BulkForm } from './bulk-form.tsx'
import { countToMake, resetBulk, runBulk, useBulkJob, writeSetup } from './bulk-job.ts'
import { BulkResults } from './bulk-results.tsx'

type Props = { actor: Actor; relationshipAt: (id: string) => string }

export function BulkPanel({ actor, relationshipAt }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const job = useBulkJob(personOf(actor))
  const { finalises } = job.draft.list
  const count = countToMake(job)
  const run = () => void runBulk(job, () => void queries.invalidateQueries({ queryKey: ['delegated-admin'] }))
  return (
    <JobPanel step={job.step}>
      {job.step === 'draft' ? <BulkForm actor={actor} job={job} /> : (
        <JobSteps job={job} words="gdap-requests.bulk" onContinue={run} onBack={() => writeSetup(job.draft.list)}
          begin={count > 0 && (
            <Button variant="accent" icon="send" onPress={run}>
              {t(finalises ? 'gdap-requests.bulk.make' : 'gdap-requests.bulk.make_drafts', { count })}
            </Button>
          )}
          another={{ children: t('gdap-requests.bulk.new'), onPress: resetBulk }}
          lead={job.step === 'done' && (
            <Text measure={76} tone="muted">{t(finalises ? 'gdap-requests.bulk.done.next' : 'gdap-requests.bulk.done.drafts')}</Text>
          )}>
          <BulkResults job={job} relationshipAt={relationshipAt} />
        </JobSteps>
      )}
    </JobPanel>
  )
}
