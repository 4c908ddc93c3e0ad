import type { Step } from './step.ts'

/** People sign in with their own organisation's identity provider. */
export const steps2260: readonly Step[] = [
  { name: '2260-visiting-organizations', ddl: 'alter table organizations add column visiting_since timestamptz' },
  {
    name: '2262-known-people',
    owner: 'organization_id',
    ddl: `create table known_people (
      organization_id uuid not null references organizations (id),
      subject text not null,
      user_id uuid not null,
      since timestamptz not null,
      last_sign_in_at timestamptz not null,
      primary key (organization_id, subject)
    )`,
  },
  {
    name: '2263-sessions-of-issuers',
    ddl: `alter table sessions add column id uuid, add column issuer text, add column issuer_session text, add column subject text,
      add column signed_in_at timestamptz, add column device text, add column address text, add column refresh_token text,
      add column roles_due_at timestamptz, add column rotation_due_at timestamptz, add column previous_hash text,
      add column previous_until timestamptz`,
  },
  { name: '2264-sessions-by-person', ddl: 'create index sessions_by_person on sessions (organization_id, user_id, created_at)' },
  {
    name: '2265-sessions-by-issuer',
    ddl: 'create index sessions_by_issuer on sessions (issuer, subject, issuer_session) where issuer is not null',
  },
  {
    name: '2266-sessions-by-previous',
    ddl: 'create index sessions_by_previous on sessions (previous_hash) where previous_hash is not null',
  },
  {
    name: '2267-finished-sign-ins',
    ddl: 'create table finished_sign_ins (id text primary key, expires_at timestamptz not null)',
  },
  { name: '2268-finished-sign-ins-by-expiry', ddl: 'create index finished_sign_ins_by_expiry on finished_sign_ins (expires_at)' },
]
