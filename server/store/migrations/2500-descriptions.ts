import type { Step } from './step.ts'

/** What partners call, note and tag their customers, and an index that leads from a tag to the rows. */
export const steps2500: readonly Step[] = [
  {
    name: '2500-described-customers',
    ddl: 'alter table customers add column alias text, add column notes text, add column tags jsonb',
  },
  {
    name: '2501-customer-tags',
    owner: 'partner_id',
    ddl: `create table customer_tags (
      partner_id uuid not null references organizations (id),
      tag_key text collate "C" not null,
      tenant_id uuid not null,
      tag text not null,
      primary key (partner_id, tag_key, tenant_id)
    )`,
  },
  { name: '2502-customer-tags-by-customer', ddl: 'create index customer_tags_by_customer on customer_tags (partner_id, tenant_id)' },
]
