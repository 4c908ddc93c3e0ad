import { expect, it } from 'vitest'
import { afterSteps } from '../testing/after-steps.ts'

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
const at = `'2026-03-02T12:00:00Z'`
const provider = id(1)
const customers = [2, 3, 4]
const answers = ['declined', 'declined', 'accepted']
const before = [
  ...[1, ...customers].map(
    (each) => `insert into organizations values ('${id(each)}', '${id(each + 50)}', 'N', 'n.example', 'customer', 'global', 'KR', null)`,
  ),
  `insert into invitations values ('${provider}', '${id(10)}', 'opened', ${at}, 'direct', null, null, true, false, 'en', ${at}, null, ${at},
    'Somebody', 1, null, null, 1, '', 1)`,
  ...customers.map(
    (each, position) => `insert into relationship_requests (partner_id, invitation_id, tenant_id, id, at, answer, receipt_id)
      values ('${provider}', '${id(10)}', '${id(each + 50)}', '${id(each + 20)}', ${at}, '${answers[position]}', '${id(each + 30)}')`,
  ),
  ...customers.map(
    (each, position) => `insert into receipts (organization_id, id, at, owner_id, invitation_id, body)
      values ('${id(each)}', '${id(each + 30)}', ${at}, '${provider}', '${id(10)}',
        '{"reason": ${position === 0 ? '"Not now"' : 'null'}}')`,
  ),
]

it('what was declined before is counted, and its reasons are there for the partner', async () => {
  await afterSteps(/^190/, before, async (run) => {
    expect((await run('select tenant_id, reason from relationship_requests order by tenant_id')).rows).toEqual([
      { tenant_id: id(52), reason: 'Not now' }, { tenant_id: id(53), reason: null }, { tenant_id: id(54), reason: null },
    ])
    expect((await run('select declined_count, accepted_count, version from invitations')).rows).toEqual([
      { declined_count: 2, accepted_count: 1, version: 1 },
    ])
  })
})
