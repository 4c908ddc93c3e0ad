import type { Step } from './step.ts'

export const reminderSteps: readonly Step[] = [
  {
    name: '0701-reminder-settings',
    owner: 'organization_id',
    ddl: `create table reminder_settings (
      organization_id uuid not null references organizations (id),
      days jsonb not null,
      note_to_maker boolean not null,
      version integer not null,
      primary key (organization_id)
    )`,
  },
  {
    name: '0702-invitation-reminders',
    owner: 'partner_id',
    ddl: `create table invitation_reminders (
      partner_id uuid not null,
      invitation_id uuid not null,
      intent text not null,
      link_number integer not null,
      day integer,
      at timestamptz not null,
      primary key (partner_id, invitation_id, intent),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0703-reminder-opt-outs',
    owner: 'partner_id',
    ddl: `create table reminder_opt_outs (
      partner_id uuid not null,
      invitation_id uuid not null,
      at timestamptz not null,
      primary key (partner_id, invitation_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  {
    name: '0704-invitation-makers',
    owner: 'partner_id',
    ddl: `create table invitation_makers (
      partner_id uuid not null,
      invitation_id uuid not null,
      user_id uuid not null,
      primary key (partner_id, invitation_id),
      foreign key (partner_id, invitation_id) references invitations (partner_id, id)
    )`,
  },
  { name: '0705-invitations-waiting', ddl: 'create index invitations_waiting on invitations (state, since)' },
]
