import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { searchTextOf } from '../sql/fold.ts'
import { afterSteps } from '../testing/after-steps.ts'
import { engines } from '../testing/test-engines.ts'
import { redomain } from './redomain.ts'

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
const at = `'2026-03-02T12:00:00Z'`
const partner = id(1)
const line = (key: string, domain: string) => `insert into customers (partner_id, id, company_name, domain, aliases, relation, dap,
  gdap_active, last_event_at, name_key, search_text, version, basis) select '${partner}', ${key}, 'N', '${domain}', '[]', 'reseller', false,
  false, ${at}, 'n', 'old', 7, 'accepted'`
const organization = (key: string, domain: string) => `insert into organizations (id, tenant_id, display_name, domain, kind, cloud, country)
  values ('${key}', '${key}', 'N', '${domain}', 'customer', 'global', 'KR')`
const invitation = (key: string, customer: string) => `insert into invitations (partner_id, id, state, since, delivery, reseller_id,
  customer, reusable, include_dap, language, expires_at, note, created_at, created_by, accepted_count, link_number, search_text, version)
  values ('${partner}', '${key}', 'sent', ${at}, 'direct', null, ${customer}, false, false, 'en', ${at}, null, ${at}, 'S', 0, 1, 'old', 1)`

const before = [
  organization(partner, 'N.example'),
  organization(id(2), 'xn--mnchen-3ya.example'),
  organization(id(3), 'no domain'),
  // Two that were stored in two forms, and one that could pass for another name.
  line(`'${id(10)}'`, 'xn--mnchen-3ya.de'),
  line(`'${id(11)}'`, 'MÜNCHEN.de'),
  line(`'${id(12)}'`, 'xn--80ak6aa92e.com'),
  line(`'${id(13)}'`, 'plain.example'),
  `${line(`('00000000-0000-7000-9000-' || lpad(number::text, 12, '0'))::uuid`, 'xn--mller-kva.example')}
    from generate_series(1, 1200) as number`,
  invitation(id(20), `'{"companyName": "N", "domain": "xn--mnchen-3ya.de", "email": "a@b.example"}'`),
  invitation(id(21), 'null'),
]

type Run = (text: string) => Promise<{ rows: Record<string, unknown>[] }>

async function found(run: Run) {
  const domains = async (from: string) => (await run(`select ${from} order by id`)).rows.map(({ domain }) => domain)
  return {
    organizations: await domains('domain from organizations'),
    customers: await domains(`domain from customers where id < '${id(100)}'`),
    many: (await domains(`domain from customers where domain = 'müller.example'`)).length,
    invited: (await run('select customer from invitations order by id')).rows.map(({ customer }) => customer),
    folded: (await run(`select search_text, version from customers where id = '${id(10)}'`)).rows,
  }
}

const inOneForm: Awaited<ReturnType<typeof found>> = {
  organizations: ['n.example', 'münchen.example', 'no domain'],
  customers: ['münchen.de', 'münchen.de', 'xn--80ak6aa92e.com', 'plain.example'],
  many: 1_200,
  invited: [{ companyName: 'N', domain: 'münchen.de', email: 'a@b.example' }, null],
  folded: [{ search_text: searchTextOf(['N', 'münchen.de', id(10)]), version: 7 }],
}

it('domains of before have one form, however many there are, and nothing of two rows that become alike is lost', async () => {
  await afterSteps(/^2070/, before, async (run) => {
    expect(await found(run)).toEqual(inOneForm)
  })
})

it.each(engines)('a second time changes nothing on $name', async (engine) => {
  const opened = await engine.open()
  const run: Run = (text) => opened.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
  try {
    for (const row of before) await run(row)
    await redomain(opened.db)
    expect(await found(run)).toEqual(inOneForm)
    await redomain(opened.db)
    expect(await found(run)).toEqual(inOneForm)
  } finally {
    await opened.close()
  }
})
