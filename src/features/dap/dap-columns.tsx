import type { DapCustomer } from '../../../domain/dap/schemas.ts'
import { decidingRights } from '../../../domain/gdap/advice.ts'
import type { Words } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import type { IconName } from '../../ui/marks/icon.tsx'
import { Text } from '../../ui/looks/layout.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import styles from './dap.module.css'

const looks: Record<DapCustomer['activity'], [Tone, IconName]> = {
  used: ['info', 'key'], recent: ['neutral', 'clock'], inactive: ['caution', 'caution'], not_known_yet: ['neutral', 'info'],
}

/** A customer's DAP; with GDAP in the cloud, both and which one decides (BR-73, BR-74). */
export const dapColumns = ({ t, formatDate, formatDateTime }: Words, hasGranular: boolean): GridColumn<DapCustomer>[] => [
  {
    id: 'customer', header: t('dap.column.customer'), width: 'minmax(160px, 3fr)',
    cell: ({ customer }) => <span dir="auto" className={styles.cut}>{customer.displayName}</span>,
  },
  {
    id: 'activity', header: t('dap.column.activity'), width: 'minmax(208px, 1fr)',
    cell: ({ activity }) => {
      const [tone, icon] = looks[activity]
      return <Badge tone={tone} icon={icon}>{t(`dap.activity.${activity}`)}</Badge>
    },
  },
  {
    id: 'lastUsed', header: t('dap.column.last_used'), width: '152px',
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? <Text as="span" tone="muted">{t('dap.not_known_yet')}</Text> : <RelativeTime at={lastUsedAt} />,
  },
  {
    id: 'since', header: t('dap.column.since'), width: '132px',
    cell: ({ since }) =>
      since === null ? <Text as="span" tone="muted">{t('dap.since.not_known')}</Text>
      : <time dateTime={since} title={formatDateTime(since)}>{formatDate(since)}</time>,
  },
  ...(hasGranular ? granularColumns({ t, formatDate }) : []),
]

const granularColumns = ({ t, formatDate }: Pick<Words, 't' | 'formatDate'>): GridColumn<DapCustomer>[] => [
  {
    id: 'gdap', header: t('dap.column.gdap'), width: 'minmax(228px, 1fr)',
    cell: ({ gdap: { active, nextEndDateTime } }) =>
      !active ? <Badge tone="neutral" icon="refused">{t('dap.gdap.none')}</Badge>
      : nextEndDateTime === null ? <Badge tone="success" icon="shield">{t('dap.gdap.active')}</Badge>
      : <Badge tone="success" icon="shield">{t('dap.gdap.until', { date: formatDate(nextEndDateTime) })}</Badge>,
  },
  {
    id: 'decides', header: t('dap.column.decides'), width: '100px',
    cell: ({ gdap }) => (decidingRights({ dap: true, gdap: gdap.active }) === 'gdap' ? 'GDAP' : 'DAP'),
  },
]
