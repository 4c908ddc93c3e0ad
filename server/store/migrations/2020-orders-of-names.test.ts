import { expect, it } from 'vitest'
import { searchTextOf } from '../sql/fold.ts'
import { afterSteps } from '../testing/after-steps.ts'

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
const at = `'2026-03-02T12:00:00Z'`
const [partner, customer] = [id(1), id(2)]
const line = (key: string, name: string, aliases: string, domain: string, folded: string) => `insert into customers (partner_id, id,
  company_name, domain, aliases, relation, dap, gdap_active, last_event_at, name_key, search_text, version, basis)
  select '${partner}', ${key}, ${name}, '${domain}', '${aliases}', 'reseller', false, false, ${at}, lower(${name}), ${folded}, 1,
    'accepted'`
const plain = searchTextOf(['Plain', 'plain.example', id(11)])

const before = [
  `insert into organizations (id, tenant_id, display_name, domain, kind, cloud, country)
    values ('${partner}', '${partner}', 'N', 'n.example', 'customer', 'global', 'KR')`,
  line(`'${id(10)}'`, `'Straße O’Neil'`, '["Łódź", "Ørsted"]', 'kopf.example', `'straße o’neil'`),
  line(`'${id(11)}'`, `'Plain'`, '[]', 'plain.example', `'${plain}'`),
  `${line(`('00000000-0000-7000-9000-' || lpad(number::text, 12, '0'))::uuid`, `'Müller ' || number`, '[]', 'm.example', `'müller'`)}
    from generate_series(1, 1200) as number`,
  `insert into invitations (partner_id, id, state, since, delivery, reseller_id, customer, reusable, include_dap, language, expires_at,
    note, created_at, created_by, accepted_count, link_number, search_text, version) values ('${partner}', '${id(20)}', 'sent', ${at},
    'direct', null, '{"companyName": "Zażółć", "email": "a@b.example", "tenantId": "${customer}"}', false, false, 'en',
    ${at}, 'For Æther', ${at}, 'Somebody', 0, 1, 'old', 1)`,
  ...[1, 0].map(
    (each) => `insert into invitation_forwards values ('${partner}', '${id(20)}', ${each}, ${at}, 'S', 'f${each}@b.example')`,
  ),
  `insert into gdap_relationships (partner_id, id, display_name, duration, customer_tenant_id, customer_name, roles,
    has_global_administrator, status, since, auto_extend, created_at, modified_at, consent_pending, created_by, search_text, version)
    values ('${partner}', 'one', 'Rights – Søren', 'P30D', null, 'Coca‑Cola', '[]', false, 'active', ${at}, 'PT0S', ${at}, ${at}, false,
    'S', 'old', 1)`,
]

it('rows of before are folded as searches are, however many there are, and names stand in the order of the alphabet', async () => {
  await afterSteps(/^202/, before, async (run) => {
    const texts = async (table: string, rest: string) =>
      (await run(`select search_text from ${table} ${rest}`)).rows.map((row) => row.search_text)
    expect(await texts('customers', `where id in ('${id(10)}', '${id(11)}') order by id`)).toEqual([
      searchTextOf(['Straße O’Neil', 'Łódź', 'Ørsted', 'kopf.example', id(10)]), plain,
    ])
    expect(await texts('customers', `where search_text like E'muller %\\nmueller %\\nm.example%'`)).toHaveLength(1_200)
    expect(await texts('invitations', '')).toEqual([
      searchTextOf(['For Æther', 'Zażółć', 'a@b.example', customer, 'f0@b.example', 'f1@b.example']),
    ])
    expect(await texts('gdap_relationships', '')).toEqual(['rights - soren\nrights - soeren\ncoca-cola'])
    const { rows: plan } = await run(`explain select id from customers where partner_id = '${partner}'
      order by name_key collate names_und, id limit 10`)
    expect(JSON.stringify(plan)).toContain('customers_by_name')
    await run('set enable_sort = off')
    const { rows: filtered } = await run(`explain select id from customers where partner_id = '${partner}' and relation = 'reseller'
      and not dap and not gdap_active and reseller_id = '${partner}' order by name_key collate names_ru, id limit 10`)
    expect(JSON.stringify(filtered)).toMatch(/customers_by_names_ru.*Index Cond: [^"]*relation[^"]*dap[^"]*gdap_active[^"]*reseller_id/)
    await run('reset enable_sort')
    const { rows: orders } = await run(`select collname from pg_collation where collnamespace = 'earlier'::regnamespace
      order by collname`)
    expect(orders).toEqual(['names_ko', 'names_ru', 'names_und', 'names_zh'].map((collname) => ({ collname })))
  })
})
