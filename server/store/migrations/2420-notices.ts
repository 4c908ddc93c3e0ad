import type { Step } from './step.ts'

/** Which mails people get about their organisation, and what waits to be mailed to them. */
export const steps2420: readonly Step[] = [
  {
    name: '2420-notice-choices',
    owner: 'organization_id',
    ddl: `create table notice_choices (
      organization_id uuid not null,
      user_id uuid not null,
      choices jsonb not null,
      version integer not null,
      primary key (organization_id, user_id)
    )`,
  },
  {
    name: '2421-notices',
    owner: 'organization_id',
    ddl: `create table notices (
      organization_id uuid not null,
      user_id uuid not null,
      id uuid not null,
      kind text not null,
      due_at timestamptz not null,
      primary key (organization_id, user_id, id)
    )`,
  },
  { name: '2422-notices-due', ddl: 'create index notices_due on notices (due_at)' },
  {
    name: '2423-outbox-knows-its-reader',
    ddl: 'alter table outbox add column reader_organization_id uuid, add column reader_id uuid, add column notice text',
  },
  {
    name: '2424-outbox-by-reader',
    ddl: 'create index outbox_by_reader on outbox (reader_organization_id, reader_id) where reader_id is not null',
  },
]
