import { type Kysely, sql } from 'kysely'
import type { FunnelRow } from '../../../domain/funnel/schemas.ts'
import { refFrom } from './row.ts'
import { byName, rootOrder } from '../sql/name-order.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

type Row = Omit<FunnelRow, 'reseller'> & { reseller_id: string | null; reseller_tenant_id: string | null; reseller_name: string | null }

/**
 * Counted from what the maker's own audit events said (`milestones.ts`), never from what a state implies: an invitation that was answered
 * without a recorded opening is not among the opened. Only lapsed and withdrawn are states, since the first leaves no event. A reusable
 * invitation counts once, and may be among the accepted and the declined. The median is over those with both a recorded way to the customer
 * and an answer.
 */
export const invitationFunnel =
  (db: Kysely<Database>) =>
  async (scope: Scope, { from, before }: { from: string; before: string }, now: string): Promise<FunnelRow[]> => {
    const { rows } = await sql<Row>`
      with made as (
        select reseller_id, state, lapses_at, sent_at, handed_over_at, forwarded_at, opened_at, accepted_at, declined_at,
          least(sent_at, forwarded_at) as reached_at, least(accepted_at, declined_at) as answered_at
        from invitations
        where partner_id = ${scope.organizationId} and created_at >= ${from} and created_at < ${before}
      ), counted as (
        select reseller_id,
          count(*)::int as made,
          (count(*) filter (where sent_at is not null or handed_over_at is not null))::int as "handedOver",
          count(forwarded_at)::int as forwarded,
          count(opened_at)::int as opened,
          count(accepted_at)::int as accepted,
          count(declined_at)::int as declined,
          (count(*) filter (where lapses_at <= ${now}))::int as lapsed,
          (count(*) filter (where state = 'withdrawn'))::int as withdrawn,
          percentile_cont(0.5) within group (order by extract(epoch from answered_at - reached_at)::float8 / 3600)
            filter (where answered_at >= reached_at) as "medianHours"
        from made
        group by reseller_id
      )
      select counted.*, reseller.tenant_id as reseller_tenant_id, reseller.display_name as reseller_name
      from counted
      left join organizations as reseller on reseller.id = counted.reseller_id
      order by counted.reseller_id is not null, ${byName('reseller.display_name', rootOrder)}, counted.reseller_id`.execute(db)
    return rows.map(({ reseller_id: id, reseller_tenant_id: tenantId, reseller_name: name, ...counted }) => ({
      reseller: refFrom(id, tenantId, name), ...counted,
    }))
  }
