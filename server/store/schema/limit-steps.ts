import type { Step } from './step.ts'

export const limitSteps: readonly Step[] = [
  {
    name: '1401-limits',
    owner: 'owner',
    ddl: `create table limits (
      owner text not null,
      what text not null,
      day date not null,
      count integer not null,
      primary key (owner, what, day)
    )`,
  },
  { name: '1402-limits-by-day', ddl: 'create index limits_by_day on limits (day)' },
]
