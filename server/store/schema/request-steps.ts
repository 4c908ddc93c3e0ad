import type { Step } from './step.ts'

export const requestSteps: readonly Step[] = [
  {
    name: '0801-invitation-kinds',
    owner: 'partner_id',
    ddl: `create table invitation_kinds (
      partner_id uuid not null,
      invitation_id uuid not null,
      kind text not null,
      primary key (partner_id, invitation_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0802-relationship-requests',
    owner: 'partner_id',
    ddl: `create table relationship_requests (
      partner_id uuid not null,
      invitation_id uuid not null,
      tenant_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      first_seen_at timestamptz,
      last_seen_at timestamptz,
      answer text,
      answered_at timestamptz,
      receipt_id uuid,
      primary key (partner_id, invitation_id, tenant_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0803-relationship-requests-by-age',
    ddl: 'create index relationship_requests_by_age on relationship_requests (partner_id, at, id)',
  },
  {
    name: '0804-request-inbox',
    owner: 'tenant_id',
    ddl: `create table request_inbox (
      tenant_id uuid not null,
      partner_id uuid not null,
      invitation_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      primary key (tenant_id, partner_id, invitation_id)
    )`,
  },
  { name: '0805-request-inbox-by-age', ddl: 'create index request_inbox_by_age on request_inbox (tenant_id, at, id)' },
]
