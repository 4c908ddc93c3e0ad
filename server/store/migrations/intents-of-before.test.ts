import { expect, it } from 'vitest'
import { afterSteps } from '../testing/after-steps.ts'

const organization = '00000000-0000-7000-8000-000000000001'
const mail = (from: number, to: number, intent: string) => `
  insert into outbox (organization_id, id, intent, kind, partner_id, invitation_id, link_number, to_address, language, subject, body,
    from_name, state, at, attempts, version)
  select '${organization}', ('00000000-0000-7000-9000-' || lpad(number::text, 12, '0'))::uuid, ${intent}, 'note',
    '${organization}', '${organization}', 1, '', 'en', '', '', '',
    'sent', '2026-03-01T00:00:00Z', 1, 1
  from generate_series(${from}, ${to}) as number`
const before = [
  `insert into organizations values ('${organization}', '${organization}', 'N', 'n.example', 'customer', 'global', 'KR', null)`,
  mail(1, 1_000, "'gdap-end/' || number || '/7/a@b.example'"), mail(1_001, 1_001, "'invitation/1/2'"),
]

it('intents of before forget addresses and stay apart, however many there are', async () => {
  await afterSteps(/^2480/, before, async (run) => {
    const { rows } = await run(`select count(*)::int, count(distinct intent)::int as apart, bool_or(intent like '%@%') as has from outbox`)
    expect(rows).toEqual([{ count: 1_001, apart: 1_001, has: false }])
    expect((await run('select intent from outbox order by id')).rows.filter((_, at) => [0, 1_000].includes(at))).toEqual([
      { intent: 'gdap-end/1/7/00000000-0000-7000-9000-000000000001' }, { intent: 'invitation/1/2' },
    ])
  })
})
