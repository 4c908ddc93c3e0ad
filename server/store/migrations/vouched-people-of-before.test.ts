import { expect, it } from 'vitest'
import { afterSteps } from '../testing/after-steps.ts'

const organization = '00000000-0000-7000-8000-000000000001'
const person = "('00000000-0000-7000-9000-' || lpad(number::text, 12, '0'))::uuid"
const before = [
  `insert into organizations values ('${organization}', '${organization}', 'N', 'n.example', 'customer', 'global', 'KR', null)`,
  `insert into users (organization_id, id, display_name, email, search_text, locale, roles, roles_of_directory, claims)
    select '${organization}', ${person}, 'P', '', '', 'en', '[]', '[]', '[]' from generate_series(1, 1201) as number`,
  `insert into known_people (organization_id, subject, user_id, since, last_sign_in_at)
    select '${organization}', 'subject' || number, ${person}, '2026-03-01T00:00:00Z', '2026-03-02T12:00:00Z'
    from generate_series(1, 1200) as number`,
]

it('people who signed in before have their last sign-in vouch for their tokens, however many there are', async () => {
  await afterSteps(/^240[12]/, before, async (run) => {
    const { rows } = await run('select count(*)::int, vouched_until from users group by 2 order by 1')
    expect(rows.map((row) => Object.values(row))).toEqual([[1, null], [1_200, '2026-04-01T12:00:00.000Z']])
  })
})
