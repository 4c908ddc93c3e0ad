import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { changedRows, type createRowJob, type RowJob } from '../../../ui/job/row-job.ts'
import { RowReport } from '../../../ui/job/row-report.tsx'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import { useChosen } from '../../../ui/lists/use-chosen.ts'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { ViewLinks } from '../../../ui/lists/view-links.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Fold, Folds } from '../../../ui/looks/fold.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/waiting/states.tsx'
import { useFirstRelationships } from '../list/use-first-relationships.ts'
import styles from './auto-extend.module.css'
import { extendedBy, extendJob, type JobRow, removeJob, undoJob, worthRetrying } from './extend-jobs.ts'
import { type ExtendView, type Period, periods } from './extend-view.ts'
import { BlockedGroup, ReadyGroup } from './relationship-groups.tsx'

const mostAtOnce = 500

type Props = {
  actor: Actor
  at: Pick<ListAt<ExtendView>, 'view' | 'change'>
  linkTo: (id: string) => string
  linkToPeriod: (bucket: Period | undefined) => string
}

/** Active relationships that will end: those that can extend, those that Global administrator blocks, and the jobs on them. */
export function AutoExtendPanel({ actor, at, linkTo, linkToPeriod }: Props) {
  const { t } = useWords()
  const { bucket, search = '' } = at.view
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
            onStart={(chosen) => void removeJob.start(chosen, onEnd)} />
        )}
        <ReadyGroup actor={actor} rows={ready} chosen={toExtend} isSearched={search !== ''} linkTo={linkTo}
          isRunning={[extending, undoing].some((job) => job?.step === 'running')}
          onStart={(chosen) => void extendJob.start(chosen, onEnd)} />
        {leftOut.count > 0 && <Text measure={76} tone="muted">{t('gdap-board.extend.left_out', { count: leftOut.count })}</Text>}
      </>
    )
  }
  return (
    <Stack ref={panel} tabIndex={-1} gap={4} quiet>
      <Stack ref={outcomes} tabIndex={-1} gap={4} quiet filled>
        {removing && (
          <JobCard of={removeJob} job={removing} kind="removed" linkTo={linkTo} onEnd={onEnd} onClose={() => close(removeJob)} />
        )}
        {extending && (
          <JobCard of={extendJob} job={extending} kind="extended" linkTo={linkTo} onEnd={onEnd} onClose={() => close(extendJob)}
            onUndo={() => undo(extending)} />
        )}
        {undoing && <JobCard of={undoJob} job={undoing} kind="undone" linkTo={linkTo} onEnd={onEnd} onClose={() => close(undoJob)} />}
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
              value={search} onSearch={(text) => at.change({ search: text })} />
          </div>
        </FilterFold>
      </Folds>
      {groups()}
    </Stack>
  )
}

/** A done row's result. */
type Kind = 'extended' | 'undone' | 'removed'

const titles = {
  extended: 'gdap-board.job.extend', undone: 'gdap-board.job.undo', removed: 'gdap-board.job.remove',
} as const satisfies Record<Kind, string>

type CardProps<Row extends JobRow> = Pick<Props, 'linkTo'> & {
  of: Pick<ReturnType<typeof createRowJob<Row>>, 'retry'>
  job: RowJob<Row>
  kind: Kind
  onEnd: () => void
  onClose: () => void
  /** Undoes the job, if possible. */
  onUndo?: () => void
}

function JobCard<Row extends JobRow>({ of, job, kind, linkTo, onEnd, onClose, onUndo }: CardProps<Row>) {
  const { t } = useWords()
  const changed = changedRows(job).length
  const title = t(titles[kind])
  return (
    <Card title={title} flush>
      <RowReport job={job} title={title} changed={t(`gdap-board.outcome.${kind}`)} linkTo={linkTo}
        onRetry={() => void of.retry(onEnd, worthRetrying)} again={worthRetrying(job).length}
        nameOf={({ displayName, customer }) => ({ name: displayName, of: customer?.displayName })}
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
