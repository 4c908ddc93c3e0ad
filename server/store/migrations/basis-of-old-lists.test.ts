import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../testing/test-engines.ts'
import { steps } from './migrate.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [owner, reseller] = [id(1), id(2)]

/** An older row, with the time of its owner's acceptance and the start of the work. */
type Before = [
  line: string, partner: string, customer: number, relation: string, dap: boolean, yes: string | null, since: string | null,
  after: string,
]
const lines: Before[] = [
  ['accepted', owner, 11, 'reseller', false, '2025-02-01', '2025-02-01', 'accepted'],
  ['accepted through a reseller, the reseller’s line', reseller, 11, 'reseller', false, null, '2025-02-01', 'accepted'],
  ['imported, then accepted', owner, 12, 'reseller', false, '2025-03-01', '2025-02-01', 'accepted'],
  ['accepted, removed, imported', owner, 13, 'reseller', false, '2025-02-01', '2025-05-01', 'said_by_partner'],
  ['imported', owner, 14, 'reseller', false, null, '2025-02-01', 'said_by_partner'],
  ['imported, with rights', owner, 15, 'advisor', true, null, '2025-02-01', 'granted'],
  ['imported as none', owner, 16, 'none', false, null, null, 'said_by_partner'],
]

describe.each(engines)('lines of before on $name', (engine) => {
  it('are judged by what is known; who only says so is no partner any more', async () => {
    const opened = await engine.open()
    try {
      await opened.db.connection().execute(async (connection) => {
        const run = (text: string) => connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
        await run('create schema earlier')
        await run('set search_path to earlier, public')
        try {
          await run(`create table customers (partner_id uuid, id uuid, company_name text, domain text, aliases jsonb, relation text,
            owner_id uuid, dap boolean, gdap_active boolean, last_event_at timestamptz, name_key text, search_text text, version integer,
            primary key (partner_id, id))`)
          await run(`create table invitation_acceptances (partner_id uuid, invitation_id uuid, tenant_id uuid, receipt_id uuid,
            at timestamptz)`)
          await run('create table partners_of_tenants (tenant_id uuid, partner_id uuid, since timestamptz, transacts boolean)')
          for (const [position, partner] of [owner, reseller].entries())
            await run(`insert into organizations (id, tenant_id, display_name, domain, kind, cloud, country)
              values ('${partner}', '${id(position + 90)}', 'P', 'p.example', 'direct_partner', 'global', 'KR')`)
          for (const [line, partner, number, relation, dap, yes, since] of lines) {
            const customer = id(number)
            await run(`insert into customers values ('${partner}', '${customer}', '${line}', 'c.example', '[]', '${relation}', '${owner}',
              ${dap}, false, '2025-02-01', 'c', 'c', 1)`)
            if (since) await run(`insert into partners_of_tenants values ('${customer}', '${partner}', '${since}', true)`)
            if (yes)
              await run(`insert into invitation_acceptances values ('${owner}', '${customer}', '${customer}', '${customer}', '${yes}')`)
          }
          for (const step of steps) if ('ddl' in step && /^(110|180)/.test(step.name)) await run(step.ddl)
          const { rows } = await run('select company_name as line, basis from customers order by company_name')
          expect(rows).toEqual(lines.map(([line, , , , , , , basis]) => ({ line, basis })).toSorted((a, b) => (a.line < b.line ? -1 : 1)))
          const confirmed = await run('select * from confirmed_partners order by tenant_id, partner_id')
          expect(confirmed.rows.map(({ tenant_id: tenant, partner_id: partner, transacts }) => [tenant, partner, transacts])).toEqual([
            [id(11), owner, true], [id(11), reseller, true], [id(12), owner, true], [id(15), owner, false],
          ])
          const claims = await run('select tenant_id from customer_claims order by tenant_id')
          expect(claims.rows.map(({ tenant_id: tenant }) => tenant)).toEqual([id(13), id(14), id(15)])
        } finally {
          await run('reset search_path')
          await run('drop schema earlier cascade')
        }
      })
    } finally {
      await opened.close()
    }
  })
})
