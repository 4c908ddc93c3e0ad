import type { Step } from './step.ts'

const unchanging = [
  'partner_id', 'id', 'state', 'since', 'delivery', 'reseller_id', 'customer', 'reusable', 'include_dap', 'language', 'expires_at', 'note',
  'created_at', 'created_by', 'accepted_count', 'accepted_by_id', 'decline_reason', 'link_number', 'search_text', 'version',
].join(', ')

/** What a customer wrote when it declined stands with its answer, for the partner to read, and invitations count the noes as the yeses. */
export const answerSteps: readonly Step[] = [
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
    ddl: `insert into invitations (${unchanging}, declined_count) select ${unchanging}, (
        select count(*)::int from relationship_requests as request
        where request.partner_id = made.partner_id and request.invitation_id = made.id and request.answer = 'declined'
      )
      from invitations as made
      where made.reusable or made.state = 'declined'
      on conflict (partner_id, id) do update set declined_count = excluded.declined_count`,
  },
]
