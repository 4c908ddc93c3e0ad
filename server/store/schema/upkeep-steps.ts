import type { Step } from './step.ts'

export const upkeepSteps: readonly Step[] = [
  { name: '1701-outbox-texts', ddl: `create index outbox_texts on outbox (at) where body <> ''` },
  {
    name: '1702-clock',
    ddl: 'create table clock (name text primary key, seen_at timestamptz not null, held_at timestamptz)',
  },
]
