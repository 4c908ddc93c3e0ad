import type { Step } from './step.ts'

const unchanging = 'partner_id, id, reseller_id, reseller_name_key, state, rank, created_at, version'

const lastEnd = (column: string) => `(
        select event.${column} from audit_events as event
        where event.organization_id = ended.partner_id and event.noun = 'partnerships' and event.noun_id = ended.id::text
          and event.action = 'partnership.removed'
        order by event.at desc limit 1
      )`

/** When a partnership ended, and who ended it, stands with it for both sides to read. */
export const partnershipSteps: readonly Step[] = [
  { name: '1911-end-of-partnerships', ddl: 'alter table partnerships add column ended_at timestamptz' },
  { name: '1912-who-ended-partnerships', ddl: 'alter table partnerships add column ended_by text' },
  {
    name: '1913-ends-of-before',
    ddl: `insert into partnerships (${unchanging}, ended_at, ended_by) select ${unchanging}, ${lastEnd('at')}, ${lastEnd('performed_by')}
      from partnerships as ended
      where state = 'removed'
      on conflict (partner_id, id) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`,
  },
]
