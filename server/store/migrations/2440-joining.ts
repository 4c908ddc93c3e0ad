import type { Step } from './step.ts'

/** Providers' invitations to resellers, one a tenant; and what a reseller says of its agreement with Microsoft. */
export const steps2440: readonly Step[] = [
  {
    name: '2440-reseller-invites',
    owner: 'partner_id',
    ddl: `create table reseller_invites (
      partner_id uuid not null,
      id uuid not null,
      tenant_id uuid not null,
      display_name text not null,
      state text not null,
      created_at timestamptz not null,
      created_by text not null,
      over_at timestamptz not null,
      version integer not null,
      primary key (partner_id, id),
      unique (partner_id, tenant_id)
    )`,
  },
  { name: '2441-reseller-invites-over', ddl: 'create index reseller_invites_over on reseller_invites (over_at)' },
  { name: '2442-said-agreement', ddl: 'alter table partner_facts add column agreement_said jsonb' },
]
