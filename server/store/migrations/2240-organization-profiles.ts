import type { Step } from './step.ts'

/** What organisations say of themselves. */
export const steps2240: readonly Step[] = [
  {
    name: '2240-organization-profiles',
    owner: 'organization_id',
    ddl: `create table organization_profiles (
      organization_id uuid primary key references organizations (id),
      contact jsonb,
      time_zone text,
      language text,
      version integer not null
    )`,
  },
]
