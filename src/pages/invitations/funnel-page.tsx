import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { calendarOf } from '../../../domain/calendar/days.ts'
import { paths } from '../../app/paths.ts'
import { FunnelChart } from '../../features/funnel/funnel-chart.tsx'
import { FunnelDates } from '../../features/funnel/funnel-dates.tsx'
import { periodOf, type Period } from '../../features/funnel/funnel-period.ts'
import { funnelQueries } from '../../features/funnel/funnel-queries.ts'
import { FunnelTable } from '../../features/funnel/funnel-table.tsx'
import { useActor } from '../../features/session/session.ts'
import { readersZone } from '../../i18n/formats.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Fold } from '../../ui/looks/fold.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { useNow } from '../../ui/text/use-now.ts'

/** How far invitations got, by reseller; the address is the period. */
export function Component() {
  const { t } = useWords()
  const { organization } = useActor()
  const makes = organization.kind === 'direct_partner' || organization.kind === 'indirect_provider'
  return (
    <>
      <PageHeader title={t('funnel.open')} lead={t('funnel.lead')} back={{ to: paths.invitations, label: t('invitations.all') }} />
      {makes ? <OwnFunnel /> : <EmptyState title={t('funnel.makers_only.title')}>{t('funnel.makers_only.text')}</EmptyState>}
    </>
  )
}

function OwnFunnel() {
  const { t, formatDay } = useWords()
  const [search, setSearch] = useSearchParams()
  const now = useNow()
  const today = calendarOf(readersZone()).dayAt(now)
  const period = useMemo(() => periodOf(search, today), [search, today])
  const { data, ...query } = useQuery(funnelQueries.of(period))
  const choose = ({ from, to }: Period) => setSearch({ from, to })
  return (
    <Stack gap={5}>
      <div>
        <Fold icon="clock" label={`${formatDay(`${period.from}T00:00`, now)} – ${formatDay(`${period.to}T00:00`, now)}`}>
          <FunnelDates key={`${period.from} ${period.to}`} period={period} onChoose={choose} />
        </Fold>
      </div>
      {!data ? <NotYet query={query} lines={10} />
      : data.rows.length === 0 ? (
        <EmptyState title={t('funnel.empty.title')}>{t('funnel.empty.text')}</EmptyState>
      ) : (
        <>
          <Card title={t('funnel.chart')}><FunnelChart rows={data.rows} /></Card>
          <Card title={t('funnel.by_way')} flush><FunnelTable rows={data.rows} /></Card>
        </>
      )}
      <Text tone="muted" text="caption" measure="720px">{t('funnel.how')}</Text>
    </Stack>
  )
}
