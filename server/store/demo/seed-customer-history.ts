import type { Transaction } from 'kysely'
import { batchesOf } from '../sql/batches.ts'
import type { Database } from '../sql/tables/database.ts'
import { demoId } from './demo-ids.ts'
import { demoPeople } from './demo-people.ts'

/** Follows the events of the scene's invitations and GDAP. */
const firstEvent = 20_000
const day = 24 * 60 * 60 * 1000

const signers: Record<string, readonly string[]> = {
  KR: ['Hana Yoon', 'Jisu Ahn', 'Taemin Ryu', 'Yerin Shin', 'Woojin Moon'],
  BR: ['Rafael Teles', 'Bianca Freire', 'Otávio Lins'],
  DE: ['Marlene Voss', 'Henrik Adler', 'Jule Petersen'],
  CN: ['Gao Min', 'Xu Yan', 'He Jun'],
}

const importerOf = (partnerId: string): string =>
  Object.values(demoPeople).find(({ organization, user: { roles } }) =>
    organization.id === partnerId && (roles.includes('sales_agent') || roles.includes('admin_agent')))?.user.displayName ?? ''

/** Gives each row a history that the scene's invitations lack; its last entry sets the row's last event. */
export async function seedCustomerHistory(trx: Transaction<Database>): Promise<void> {
  const rows = await trx
    .selectFrom('customers as line')
    .leftJoin('audit_events as event', (join) =>
      join.onRef('event.organization_id', '=', 'line.partner_id').on('event.noun', '=', 'customers')
        .on((eb) => eb('event.noun_id', '=', eb.cast<string>('line.id', 'text'))),
    )
    .select(['line.partner_id', 'line.id', 'line.company_name', 'line.country', 'line.basis', 'line.last_event_at'])
    .where('event.id', 'is', null)
    .orderBy('line.partner_id')
    .orderBy('line.id')
    .execute()
  const imports = rows.filter(({ basis }) => basis === 'said_by_partner' || basis === 'granted').map((row) => ({
    partner_id: row.partner_id,
    tenant_id: row.id,
    // Rights are granted to a partner that has the row.
    at: row.basis === 'granted' ? new Date(Date.parse(row.last_event_at) - 5 * day).toISOString() : row.last_event_at,
    action: 'customer.imported' as const,
    performed_by: importerOf(row.partner_id),
  }))
  for (const batch of batchesOf(imports)) await trx.insertInto('line_events').values(batch).execute()
  const events = rows.filter(({ basis }) => basis !== 'said_by_partner').map((customer, position) => {
    const names = signers[customer.country ?? 'KR'] ?? []
    return {
      organization_id: customer.partner_id,
      id: demoId('event', firstEvent + position),
      at: customer.last_event_at,
      action: customer.basis === 'granted' ? 'admin_rights.granted' : 'relationship.created',
      noun: 'customers',
      noun_id: customer.id,
      performed_by: names[position % names.length] ?? '',
      organization_name: customer.company_name,
      details: '{}',
    }
  })
  for (const batch of batchesOf(events)) await trx.insertInto('audit_events').values(batch).execute()
}
