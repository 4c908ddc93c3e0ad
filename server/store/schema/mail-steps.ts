import type { Step } from './step.ts'

export const mailSteps: readonly Step[] = [
  {
    name: '0601-outbox',
    owner: 'organization_id',
    ddl: `create table outbox (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      intent text not null,
      kind text not null,
      partner_id uuid not null,
      invitation_id uuid not null,
      link_number integer not null,
      to_address text not null,
      language text not null,
      subject text not null,
      body text not null,
      from_name text not null,
      reply_to text,
      state text not null,
      at timestamptz not null,
      attempts integer not null,
      said text,
      leased_until timestamptz,
      handed_over_at timestamptz,
      version integer not null,
      primary key (organization_id, id),
      unique (organization_id, intent)
    )`,
  },
  { name: '0602-outbox-by-state', ddl: 'create index outbox_by_state on outbox (state, at)' },
  { name: '0603-outbox-by-invitation', ddl: 'create index outbox_by_invitation on outbox (partner_id, invitation_id, at)' },
  {
    name: '0901-gdap-mails',
    owner: 'partner_id',
    ddl: `create table gdap_mails (
      partner_id uuid not null,
      mail_id uuid not null,
      relationship_id text not null,
      primary key (partner_id, mail_id)
    )`,
  },
  {
    name: '0902-gdap-mails-by-relationship',
    ddl: 'create index gdap_mails_by_relationship on gdap_mails (partner_id, relationship_id, mail_id)',
  },
]
