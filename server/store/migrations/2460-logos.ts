import type { Step } from './step.ts'

/** Pictures that organisations show beside their names. */
export const steps2460: readonly Step[] = [
  {
    name: '2460-organization-logos',
    owner: 'organization_id',
    ddl: `create table organization_logos (
      organization_id uuid primary key references organizations (id),
      name text,
      picture text,
      width integer,
      height integer,
      version integer not null
    )`,
  },
]
