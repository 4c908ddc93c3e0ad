import type { Step } from './step.ts'

export const factsSteps: readonly Step[] = [
  {
    name: '1201-partner-attestations',
    owner: 'partner_id',
    ddl: `create table partner_attestations (
      partner_id uuid not null references organizations (id),
      tenant_id uuid not null,
      at timestamptz not null,
      attestation jsonb not null,
      primary key (partner_id, tenant_id)
    )`,
  },
  {
    name: '1202-partner-attestations-of-before',
    ddl: `insert into partner_attestations (partner_id, tenant_id, at, attestation) select partner_id, tenant_id, at, attestation
      from attestations`,
  },
  {
    name: '1203-attestation-inbox',
    owner: 'tenant_id',
    ddl: `create table attestation_inbox (
      tenant_id uuid not null,
      partner_id uuid not null,
      primary key (tenant_id, partner_id)
    )`,
  },
  {
    name: '1204-attestation-inbox-of-before',
    ddl: 'insert into attestation_inbox (tenant_id, partner_id) select tenant_id, partner_id from attestations',
  },
  { name: '1205-no-attestations-of-tenants', ddl: 'drop table attestations' },
]
