import type { Step } from './step.ts'

const invitation = [
  'partner_id', 'id', 'state', 'since', 'delivery', 'reseller_id', 'customer', 'reusable', 'include_dap', 'language', 'expires_at', 'note',
  'created_at', 'created_by', 'accepted_count', 'accepted_by_id', 'decline_reason', 'link_number', 'search_text', 'version',
].join(', ')

const partnership = 'partner_id, id, reseller_id, reseller_name_key, state, rank, created_at, version'

const lastEnd = (column: string) => `(
        select event.${column} from audit_events as event
        where event.organization_id = ended.partner_id and event.noun = 'partnerships' and event.noun_id = ended.id::text
          and event.action = 'partnership.removed'
        order by event.at desc limit 1
      )`

export const steps1901: readonly Step[] = [
  /** The customer's reason for a decline is kept with its answer, and invitations count declines. */
  { name: '1901-reasons-of-answers', ddl: 'alter table relationship_requests add column reason text' },
  {
    name: '1902-reasons-of-before',
    ddl: `insert into relationship_requests (partner_id, invitation_id, tenant_id, id, at, reason) select request.partner_id,
      request.invitation_id, request.tenant_id, request.id, request.at, receipt.body ->> 'reason'
      from relationship_requests as request
      join organizations as tenant on tenant.tenant_id = request.tenant_id
      join receipts as receipt on receipt.organization_id = tenant.id and receipt.id = request.receipt_id
      where request.answer = 'declined'
      on conflict (partner_id, invitation_id, tenant_id) do update set reason = excluded.reason`,
  },
  { name: '1903-counted-noes', ddl: 'alter table invitations add column declined_count integer' },
  {
    name: '1904-noes-of-before',
    ddl: `insert into invitations (${invitation}, declined_count) select ${invitation}, (
        select count(*)::int from relationship_requests as request
        where request.partner_id = made.partner_id and request.invitation_id = made.id and request.answer = 'declined'
      )
      from invitations as made
      where made.reusable or made.state = 'declined'
      on conflict (partner_id, id) do update set declined_count = excluded.declined_count`,
  },
  /** A partnership keeps when it ended and who ended it. */
  { name: '1911-end-of-partnerships', ddl: 'alter table partnerships add column ended_at timestamptz' },
  { name: '1912-who-ended-partnerships', ddl: 'alter table partnerships add column ended_by text' },
  {
    name: '1913-ends-of-before',
    ddl: `insert into partnerships (${partnership}, ended_at, ended_by) select ${partnership}, ${lastEnd('at')}, ${lastEnd('performed_by')}
      from partnerships as ended
      where state = 'removed'
      on conflict (partner_id, id) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`,
  },
  { name: '1920-withdrawn-disputes', ddl: 'alter table customer_claims add column withdrawn_at timestamptz, add column withdrawn_by text' },
  {
    name: '1921-line-events',
    owner: 'partner_id',
    ddl: `create table line_events (
      partner_id uuid not null references organizations (id),
      tenant_id uuid not null,
      at timestamptz not null,
      action text not null,
      performed_by text not null,
      primary key (partner_id, tenant_id, at, action)
    )`,
  },
  /** Older rows without another origin were imported. */
  {
    name: '1922-imports-of-old-lists',
    ddl: `insert into line_events (partner_id, tenant_id, at, action, performed_by) select line.partner_id, line.id,
      coalesce(claim.at, line.last_event_at), 'customer.imported', ''
      from customers as line
      left join customer_claims as claim on claim.partner_id = line.partner_id and claim.tenant_id = line.id
      where line.basis in ('said_by_partner', 'granted') and not exists (
        select 1 from audit_events as event
        where event.organization_id = line.partner_id and event.noun = 'customers' and event.noun_id = line.id::text
          and event.action in ('relationship.created', 'relationship.extended')
      )`,
  },
]
