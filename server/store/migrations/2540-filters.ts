import type { Step } from './step.ts'

const indexes: readonly [name: string, ddl: string][] = [
  // What waits or lapses, with all that a filter asks of it, so that rows which it leaves out are not read.
  [
    'invitations_with_term',
    'invitations (partner_id, created_at, id, lapses_at, state, delivery, overdue_at) where lapses_at is not null',
  ],
  ['gdap_relationships_by_status', 'gdap_relationships (partner_id, status, created_at, id, cleaned_up_at)'],
  [
    'gdap_relationships_with_global_administrator',
    'gdap_relationships (partner_id, created_at, id, status, cleaned_up_at) where has_global_administrator',
  ],
  // Few customers have both of two things: of those that have one, the other is looked up at once.
  ['customers_with_dap_by_relation', 'customers (partner_id, relation, reseller_id) where dap'],
  ['customers_with_gdap_by_relation', 'customers (partner_id, relation, reseller_id) where gdap_active'],
  ['customers_without_admin_by_relation', 'customers (partner_id, relation, reseller_id) where not dap and not gdap_active'],
  [
    'invitations_of_funnel',
    `invitations (partner_id, created_at, reseller_id, state, lapses_at, sent_at, handed_over_at, forwarded_at, opened_at, accepted_at,
      declined_at)`,
  ],
  [
    'gdap_relationships_on_board',
    `gdap_relationships (partner_id, on_board_at, status, auto_extend, has_global_administrator, cleaned_up_at)
      where on_board_at is not null`,
  ],
]

/** Leads filters and funnels to what they ask where a list is long. */
export const steps2540: readonly Step[] = indexes.map(([name, ddl], place) => (
  { name: `${2540 + place}-${name.replaceAll('_', '-')}`, ddl: `create index ${name} on ${ddl}` }
))
