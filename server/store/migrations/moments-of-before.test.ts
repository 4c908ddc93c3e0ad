import { expect, it } from 'vitest'
import { afterSteps } from '../testing/after-steps.ts'

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
const at = '2026-03-02T12:00:00.000Z'
const inDays = (days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString()
const [partner, customer] = [id(1), id(2)]
const gdap = (name: string, status: string, end: string | null) => `insert into gdap_relationships (partner_id, id, display_name, duration,
  customer_tenant_id, customer_name, roles, has_global_administrator, status, since, auto_extend, created_at, modified_at, activated_at,
  end_at, consent_pending, created_by, search_text, version) values ('${partner}', '${name}', '${name}', 'P365D', '${customer}', 'C', '[]',
  false, '${status}', '${at}', 'PT0S', '${at}', '${at}', ${end ? `'${at}', '${end}'` : 'null, null'}, false, 'S', '', 1)`
const assignment = (number: number, status: string) => `insert into gdap_assignments (partner_id, relationship_id, id, group_id,
  group_name, roles, status, since, created_at, modified_at, version) values ('${partner}', 'active', '${id(number)}', '${id(number)}',
  'G', '[]', '${status}', '${at}', '${at}', '${at}', 1)`
const before = [
  ...[partner, customer].map(
    (each) => `insert into organizations values ('${each}', '${each}', 'N', 'n.example', 'customer', 'global', 'KR', null)`,
  ),
  `insert into invitations (partner_id, id, state, since, delivery, customer, reusable, include_dap, language, expires_at, created_at,
    created_by, accepted_count, link_number, search_text, version)
    select '${partner}', ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, 'sent', '${at}', 'direct',
      '{"email": "a@b.example"}', false, false, 'en', '${inDays(30)}', '${at}', 'S', 0, 1, '', 1
    from generate_series(1000, 1600) as number`,
  `insert into reminder_settings values ('${partner}', '[5, 9]', false, 1)`,
  `insert into invitation_reminders values ('${partner}', '${id(1_600)}', 'reminder/5', 1, 5, '${inDays(5)}')`,
  `insert into relationship_requests (partner_id, invitation_id, tenant_id, id, at)
    values ('${partner}', '${id(1_000)}', '${customer}', '${id(90)}', '${at}')`,
  gdap('active', 'active', inDays(100)), gdap('asked', 'approvalPending', null), gdap('over', 'expired', at),
  `insert into gdap_reminders values ('${partner}', 'active', '${inDays(100)}', 30, '${inDays(70)}')`,
  assignment(20, 'pending'), assignment(21, 'deleting'), assignment(22, 'active'),
]

it('rows of before have the moments that the domain gives them, however many there are', async () => {
  await afterSteps(/^2(0[89]|10|54)/, before, async (run) => {
    const all = async (text: string) => (await run(text)).rows.map((row) => Object.values(row))
    expect(await all(`select count(*)::int, lapses_at, remind_at, overdue_at from invitations group by 2, 3, 4 order by 1`)).toEqual([
      [1, inDays(30), inDays(9), inDays(5)], [600, inDays(30), inDays(5), inDays(5)],
    ])
    expect(await all('select id, due_at, remind_at, cleaned_up_at, on_board_at from gdap_relationships order by id')).toEqual([
      ['active', inDays(70), inDays(93), null, inDays(100)],
      ['asked', null, null, inDays(90), null],
      ['over', null, null, inDays(365), at],
    ])
    expect(await all('select due_at, stuck_at from gdap_assignments order by id')).toEqual([[at, inDays(1)], [at, null], [null, null]])
    expect(await all('select tenant_id, as_customer, shown_at, state from request_sights order by tenant_id')).toEqual([
      [partner, false, at, 'open'], [customer, true, at, 'open'],
    ])
  })
})
