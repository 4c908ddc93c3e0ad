import type { Step } from './step.ts'

/** What was taken back keeps its row, without words, so that its version goes on. */
export const templateSteps: readonly Step[] = [
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
]
