import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { auditReach } from '../../../domain/audit/window.ts'
import type { AuditRecord, AuditView } from '../../../domain/audit/schemas.ts'
import { calendarOf, dayMs } from '../../../domain/calendar/days.ts'
import { readersZone } from '../../i18n/formats.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PagedGrid } from '../../ui/data-grid/paged-grid.tsx'
import { FilterFold } from '../../ui/lists/filter-fold.tsx'
import { ListTotal } from '../../ui/lists/list-total.tsx'
import type { ListAt } from '../../ui/lists/use-list-view.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { auditColumns } from './audit-columns.tsx'
import { AuditDates } from './audit-dates.tsx'
import { auditQueries } from './audit-queries.ts'
import { AuditToolbar } from './audit-toolbar.tsx'

const rowId = ({ id }: AuditRecord) => id

/** The log; the page's address is its view. */
export function AuditList({ at }: { at: ListAt<AuditView> }) {
  const words = useWords()
  const now = useNow()
  const { t, formatNumber } = words
  const { view } = at
  const list = useInfiniteQuery(auditQueries.list(view))
  const columns = useMemo(() => auditColumns(words), [words])
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const total = list.data?.pages.at(-1)?.total
  const days = daysOf(view, now)
  return (
    <>
      <FilterFold inForce={view}>
        <Stack gap={2}>
          <AuditDates key={`${days.from} ${days.to}`} days={days} now={now} onChoose={(chosen) => at.change(chosen)} />
          <AuditToolbar at={at} rows={rows} />
        </Stack>
      </FilterFold>
      <ListTotal list={list} at={at} clear={t('audit.clear')} outdated={t('audit.failed')}>
        {total && (total.capped
          ? t('audit.total.capped', { count: formatNumber(total.count) })
          : t('audit.total', { count: total.count }))}
      </ListTotal>
      <PagedGrid label={t('audit.title')} list={list} at={{ isNarrowed: at.isNarrowed, keptAs: at.keptAs }} columns={columns} rowId={rowId}
        empty={<EmptyState title={t('audit.empty.title')}>{t('audit.empty.body')}</EmptyState>}
        noMatch={{ title: t('audit.no_match.title'), text: t('audit.no_match.body') }} />
    </>
  )
}

/** The days that are shown; the last 30 when the address names none. */
function daysOf({ from, to }: AuditView, now: number) {
  const { dayAt } = calendarOf(readersZone())
  return { from: from ?? dayAt(now - auditReach.windowDays * dayMs), to: to ?? dayAt(now) }
}
