import { expect, it } from 'vitest'
import { afterSteps } from '../testing/after-steps.ts'

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
const at = `'2026-03-02T12:00:00Z'`
const [provider, reseller, partner, customer] = [id(1), id(2), id(3), id(4)]
const invitation = (number: number, through: string | null, state: string) =>
  `insert into invitations values ('${provider}', '${id(number)}', '${state}', ${at}, '${through ? 'via_reseller' : 'direct'}',
    ${through ? `'${through}'` : 'null'}, null, true, false, 'en', ${at}, null, ${at}, 'Somebody', 0, null, null, 1, '', 1)`
const before = [
  ...[provider, reseller, partner, customer].map(
    (each) => `insert into organizations values ('${each}', '${each}', 'N', 'n.example', 'customer', 'global', 'KR', null)`,
  ),
  ...[[reseller, 'removed'], [partner, 'active']].map(
    ([other, state], number) => `insert into partnerships (partner_id, id, reseller_id, reseller_name_key, state, rank, created_at, version)
      values ('${provider}', '${id(100 + number)}', '${other}', 'n', '${state}', 1, ${at}, 1)`,
  ),
  invitation(10, reseller, 'forwarded'), invitation(11, reseller, 'withdrawn'),
  invitation(12, partner, 'sent'), invitation(13, null, 'sent'),
  ...[10, 12].map(
    (number) => `insert into invitation_acceptances
      values ('${provider}', '${id(number)}', '${customer}', '${id(50 + number)}', ${at})`,
  ),
  `insert into relationship_requests (partner_id, invitation_id, tenant_id, id, at, answer)
    values ('${provider}', '${id(12)}', '${customer}', '${id(90)}', ${at}, 'declined')`,
]

it('what was answered before stays answered, and what went through a former reseller goes back to its maker', async () => {
  await afterSteps(/^(13|21)/, before, async (run) => {
    expect((await run('select invitation_id, answer, receipt_id from relationship_requests order by invitation_id')).rows).toEqual([
      { invitation_id: id(10), answer: 'accepted', receipt_id: id(60) },
      { invitation_id: id(12), answer: 'accepted', receipt_id: id(62) },
    ])
    expect((await run(`select id from request_sights where as_customer and state = 'answered' order by id`)).rows).toHaveLength(2)
    expect((await run('select state, version from invitations order by id')).rows).toEqual([
      { state: 'returned', version: 2 }, { state: 'withdrawn', version: 1 },
      { state: 'sent', version: 1 }, { state: 'sent', version: 1 },
    ])
  })
})
