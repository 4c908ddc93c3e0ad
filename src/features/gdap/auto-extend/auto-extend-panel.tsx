import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { Fold, Folds } from '../../../ui/looks/fold.tsx'
import type { RowJob } from '../../../ui/job/row-job.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/waiting/states.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import { useChosen } from '../../../ui/lists/use-chosen.ts'
import { ViewLinks } from '../../../ui/lists/view-links.tsx'
import { useFirstRelationships } from '../list/use-first-relationships.ts'
import { BlockedGroup } from './blocked-group.tsx'
import styles from './auto-extend.module.css'
import { extendedBy, extendJob, type JobRow, removeJob, undoJob, worthRetrying } from './extend-jobs.ts'
import { type Period, periods } from './extend-view.ts'
import { JobCard } from './job-card.tsx'
import { ReadyGroup } from './ready-group.tsx'

const mostAtOnce = 500

type Props = {
  actor: Actor
  bucket: Period | undefined
  search: string
  onSearch: (text: string) => void
  linkTo: (id: string) => string
  linkToPeriod: (bucket: Period | undefined) => string
}

/** Active relationships that will end: those that can extend, those that Global administrator blocks, and the jobs on them. */
export function AutoExtendPanel({ actor, bucket, search, onSearch, linkTo, linkToPeriod }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const view = useMemo((): GdapView => ({ ...(bucket && { bucket }), ...(search && { search }), ends: 'true', sort: 'endDateTime' }), [
    bucket, search,
  ])
  const { rows, leftOut, isLoading, error, isFetching, retry } = useFirstRelationships(view, mostAtOnce)
  const extending = extendJob.useJob(personOf(actor))
  const removing = removeJob.useJob(personOf(actor))
  const undoing = undoJob.useJob(personOf(actor))
  const ready = useMemo(() => rows.filter(({ endsBecause }) => endsBecause !== 'global_administrator'), [rows])
  const blocked = useMemo(() => rows.filter(({ endsBecause }) => endsBecause === 'global_administrator'), [rows])
  const [toExtend, toFree] = [useChosen<GdapRelationshipOnWire>(), useChosen<GdapRelationshipOnWire>()]
  const outcomes = useFocusOnStart(extending, removing, undoing)
  const panel = useRef<HTMLDivElement>(null)
  const close = (job: Pick<typeof extendJob, 'close'>) => {
    job.close()
    panel.current?.focus()
  }
  const undo = (job: RowJob<JobRow>) => {
    void undoJob.start(extendedBy(job), onEnd)
    extendJob.close()
  }
  const onEnd = () => void queries.invalidateQueries({ queryKey: ['delegated-admin'] })

  const groups = () => {
    if (isLoading)
      return error ? <ErrorState error={error} retrying={isFetching} onRetry={retry} /> : <SkeletonLines lines={9} height="20px" />
    if (rows.length === 0 && !search)
      return <EmptyState title={t('gdap-board.extend.empty.title')}>{t('gdap-board.extend.empty.text')}</EmptyState>
    return (
      <>
        {blocked.length > 0 && (
          <BlockedGroup actor={actor} rows={blocked} chosen={toFree} linkTo={linkTo} isRunning={removing?.step === 'running'}
            onRemove={(chosen) => void removeJob.start(chosen, onEnd)} />
        )}
        <ReadyGroup actor={actor} rows={ready} chosen={toExtend} isSearched={search !== ''} linkTo={linkTo}
          isRunning={[extending, undoing].some((job) => job?.step === 'running')}
          onExtend={(chosen) => void extendJob.start(chosen, onEnd)} />
        {leftOut.count > 0 && <Text measure={76} tone="muted">{t('gdap-board.extend.left_out', { count: leftOut.count })}</Text>}
      </>
    )
  }
  return (
    <Stack ref={panel} tabIndex={-1} gap={4} quiet>
      <Stack ref={outcomes} tabIndex={-1} gap={4} quiet filled>
        {removing && (
          <JobCard job={removing} kind="removed" linkTo={linkTo} onRetry={() => void removeJob.retry(onEnd)}
            onClose={() => close(removeJob)} />
        )}
        {extending && (
          <JobCard job={extending} kind="extended" linkTo={linkTo} onRetry={() => void extendJob.retry(onEnd)}
            onClose={() => close(extendJob)} onUndo={() => undo(extending)} />
        )}
        {undoing && (
          <JobCard job={undoing} kind="undone" linkTo={linkTo} onRetry={() => void undoJob.retry(onEnd, worthRetrying)}
            onClose={() => close(undoJob)} />
        )}
      </Stack>
      <Folds>
        <Fold icon="info" label={t('gdap-board.extend.about')}>
          <Text measure={76} tone="muted">
            <span>{t('gdap-board.extend.lead')}</span> <RuleLink rule="BR-86" />{' '}<RuleLink rule="BR-89" />
          </Text>
        </Fold>
        <FilterFold inForce={{ bucket, search }}>
          <ViewLinks label={t('gdap-board.extend.periods')} views={[undefined, ...periods]} view={bucket} linkTo={linkToPeriod}
            className={styles.periods}
            wordOf={(each) => t(each ? `gdap-board.column.${each}` : 'gdap-board.extend.periods.all')} />
          <div role="search" aria-label={t('gdap-board.search')}>
            <SearchField label={t('gdap-board.search')} hint={t('gdap-board.search.hint')} className={barStyles.search}
              value={search} onSearch={onSearch} />
          </div>
        </FilterFold>
      </Folds>
      {groups()}
    </Stack>
  )
}

/** The pressed button may vanish with its row, so the focus moves to the job. */
function useFocusOnStart(...jobs: (RowJob | undefined)[]) {
  const target = useRef<HTMLDivElement>(null)
  const wasRunning = useRef(true)
  const isRunning = jobs.some((job) => job?.step === 'running')
  useEffect(() => {
    const begins = isRunning && !wasRunning.current
    wasRunning.current = isRunning
    if (begins) target.current?.focus()
  }, [isRunning])
  return target
}
