import type { Step } from './step.ts'

export const trackingSteps: readonly Step[] = [
  {
    name: '0741-invitation-traces',
    owner: 'partner_id',
    ddl: `create table invitation_traces (
      partner_id uuid not null,
      invitation_id uuid not null,
      fetched_count integer not null,
      first_opened_at timestamptz,
      last_opened_at timestamptz,
      signed_in_at timestamptz,
      handed_to_admin_at timestamptz,
      failed_at timestamptz,
      failure_code text,
      failure_rule text,
      confirmed_at timestamptz,
      primary key (partner_id, invitation_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0742-invitation-hand-overs',
    owner: 'partner_id',
    ddl: `create table invitation_hand_overs (
      partner_id uuid not null,
      invitation_id uuid not null,
      position integer not null,
      at timestamptz not null,
      primary key (partner_id, invitation_id, position),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0743-invitation-questions',
    owner: 'partner_id',
    ddl: `create table invitation_questions (
      partner_id uuid not null,
      invitation_id uuid not null,
      position integer not null,
      at timestamptz not null,
      asked_by text not null,
      email text not null,
      organization_name text not null,
      body text not null,
      primary key (partner_id, invitation_id, position),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0744-receipt-confirmations',
    owner: 'organization_id',
    ddl: `create table receipt_confirmations (
      organization_id uuid not null,
      receipt_id uuid not null,
      at timestamptz not null,
      confirmed_by text not null,
      primary key (organization_id, receipt_id),
      foreign key (organization_id, receipt_id) references receipts (organization_id, id)
    )`,
  },
  { name: '1811-hand-overs-again', ddl: 'alter table invitation_hand_overs add column asked_of text' },
]
