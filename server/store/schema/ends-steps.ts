import type { Step } from './step.ts'

const unchanging = [
  'partner_id', 'id', 'since', 'delivery', 'reseller_id', 'customer', 'reusable', 'include_dap', 'language', 'expires_at', 'note',
  'created_at', 'created_by', 'accepted_count', 'accepted_by_id', 'decline_reason', 'link_number', 'search_text',
].join(', ')

/**
 * A tenant's one answer through an invitation stands with its request; a table of the accepted ones beside that one was a second copy. What
 * went through a partnership that had ended before goes back to its maker (BR-25).
 */
export const endsSteps: readonly Step[] = [
  {
    name: '1301-acceptances-are-answers',
    ddl: `insert into relationship_requests (id, partner_id, invitation_id, tenant_id, at, answer, answered_at, receipt_id) select id,
      partner_id, invitation_id, tenant_id, at, 'accepted', at, id
      from (select receipt_id as id, partner_id, invitation_id, tenant_id, at from invitation_acceptances) as accepted
      on conflict (partner_id, invitation_id, tenant_id) do update
      set answer = excluded.answer, answered_at = excluded.answered_at, receipt_id = excluded.receipt_id`,
  },
  {
    name: '1302-answers-are-in-the-inbox',
    ddl: `insert into request_inbox (tenant_id, partner_id, invitation_id, id, at) select tenant_id, partner_id, invitation_id, id, at
      from relationship_requests
      on conflict (tenant_id, partner_id, invitation_id) do nothing`,
  },
  { name: '1303-no-acceptances', ddl: 'drop table invitation_acceptances' },
  { name: '1304-gathered-mails', ddl: 'alter table outbox add column gathered integer' },
  {
    name: '1305-invitations-of-former-resellers',
    ddl: `insert into invitations (${unchanging}, state, version) select ${unchanging}, 'returned', version + 1
      from invitations as made
      where delivery = 'via_reseller' and state in ('created', 'sent', 'forwarded', 'opened', 'failed') and not exists (
        select 1 from partnerships as still
        where still.partner_id = made.partner_id and still.reseller_id = made.reseller_id and still.state = 'active'
      )
      on conflict (partner_id, id) do update set state = excluded.state, version = excluded.version`,
  },
]
