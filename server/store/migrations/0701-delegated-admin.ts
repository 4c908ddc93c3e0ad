import type { Step } from './step.ts'

export const steps0701: readonly Step[] = [
  {
    name: '0701-gdap-relationships',
    owner: 'partner_id',
    ddl: `create table gdap_relationships (
      partner_id uuid not null references organizations (id),
      id text not null,
      display_name text not null,
      duration text not null,
      customer_tenant_id uuid,
      customer_name text,
      roles jsonb not null,
      has_global_administrator boolean not null,
      status text not null,
      since timestamptz not null,
      auto_extend text not null,
      created_at timestamptz not null,
      modified_at timestamptz not null,
      activated_at timestamptz,
      end_at timestamptz,
      provider_tenant_id uuid,
      consent_pending boolean not null,
      created_by text not null,
      search_text text collate "C" not null,
      version integer not null,
      primary key (partner_id, id),
      unique (partner_id, display_name)
    )`,
  },
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
    name: '0702-gdap-relationships-by-age',
    ddl: 'create index gdap_relationships_by_age on gdap_relationships (partner_id, created_at, id)',
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
  { name: '0703-gdap-relationships-by-end', ddl: 'create index gdap_relationships_by_end on gdap_relationships (partner_id, end_at, id)' },
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
    name: '0704-gdap-relationships-by-name',
    ddl: 'create index gdap_relationships_by_name on gdap_relationships (partner_id, display_name collate "C", id)',
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
  { name: '0705-gdap-relationships-due', ddl: 'create index gdap_relationships_due on gdap_relationships (status, end_at, since)' },
  {
    name: '0705-gdap-relationships-of-customers',
    ddl: 'create index gdap_relationships_of_customers on gdap_relationships (partner_id, customer_tenant_id)',
  },
  { name: '0705-invitations-waiting', ddl: 'create index invitations_waiting on invitations (state, since)' },
  {
    name: '0706-gdap-directory',
    ddl: 'create table gdap_directory (id text primary key, partner_id uuid not null)',
  },
  {
    name: '0707-gdap-of-tenants',
    owner: 'tenant_id',
    ddl: `create table gdap_of_tenants (
      tenant_id uuid not null,
      id text not null,
      partner_id uuid not null,
      created_at timestamptz not null,
      primary key (tenant_id, id)
    )`,
  },
  {
    name: '0708-gdap-assignments',
    owner: 'partner_id',
    ddl: `create table gdap_assignments (
      partner_id uuid not null,
      relationship_id text not null,
      id uuid not null,
      group_id uuid not null,
      group_name text not null,
      roles jsonb not null,
      status text not null,
      since timestamptz not null,
      created_at timestamptz not null,
      modified_at timestamptz not null,
      version integer not null,
      primary key (partner_id, relationship_id, id),
      foreign key (partner_id, relationship_id) references gdap_relationships (partner_id, id)
    )`,
  },
  { name: '0709-gdap-assignments-due', ddl: 'create index gdap_assignments_due on gdap_assignments (status, since)' },
  {
    name: '0710-gdap-reminders',
    owner: 'partner_id',
    ddl: `create table gdap_reminders (
      partner_id uuid not null,
      relationship_id text not null,
      end_at timestamptz not null,
      days integer not null,
      at timestamptz not null,
      primary key (partner_id, relationship_id, end_at, days)
    )`,
  },
  {
    name: '0711-partner-groups',
    owner: 'organization_id',
    ddl: `create table partner_groups (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      display_name text not null,
      primary key (organization_id, id)
    )`,
  },
  {
    name: '0712-role-templates',
    owner: 'organization_id',
    ddl: `create table role_templates (
      organization_id uuid not null references organizations (id),
      id uuid not null,
      name text not null,
      name_key text collate "C" not null,
      roles jsonb not null,
      version integer not null,
      primary key (organization_id, id),
      unique (organization_id, name_key)
    )`,
  },
  /** A reset template keeps its row and version, without words. */
  {
    name: '0731-message-templates',
    owner: 'organization_id',
    ddl: `create table message_templates (
      organization_id uuid not null references organizations (id),
      language text not null,
      subject text,
      body text,
      version integer not null,
      primary key (organization_id, language)
    )`,
  },
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
]
