import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { aCustomer, contoso, noon, openWithCast } from '../testing/cast.ts'
import { engines } from '../testing/test-engines.ts'
import { steps1901 } from './1901-answers.ts'

it.each(engines)('lines of before that nothing else explains were imported, on $name', async (engine) => {
  const opened = await openWithCast(engine)
  const line = (name: string, basis: 'said_by_partner' | 'granted' | 'accepted') => customerRowOf(contoso.id, { ...aCustomer(name), basis })
  const [said, granted, accepted, extended] = [
    line('Said', 'said_by_partner'), line('Granted', 'granted'), line('Accepted', 'accepted'), line('Extended', 'said_by_partner'),
  ]
  try {
    await opened.db.transaction().execute((trx) => insertRows(trx, [said, granted, accepted, extended]))
    await opened.db
      .insertInto('audit_events')
      .values({
        organization_id: contoso.id, id: said.id, at: noon.toISOString(), action: 'relationship.extended', noun: 'customers',
        noun_id: extended.id, performed_by: 'Somebody', organization_name: 'Adatum', details: '{}',
      })
      .execute()
    const step = steps1901.find(({ name }) => name === '1922-imports-of-old-lists')
    await opened.db.executeQuery(CompiledQuery.raw(step?.ddl ?? ''))
    const rows = await opened.db.selectFrom('line_events').selectAll().execute()
    const imported = new Map(rows.map(({ tenant_id: id, at, action, performed_by: by }) => [id, [at, action, by]]))
    expect(imported).toEqual(new Map([said, granted].map(({ id, last_event_at: at }) => [id, [at, 'customer.imported', '']])))
  } finally {
    await opened.close()
  }
})
