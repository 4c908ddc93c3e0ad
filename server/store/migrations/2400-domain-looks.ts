import type { Step } from './step.ts'

/** When a proven domain was last looked up, since when its record is missing; and until when a person is vouched for. */
export const steps2400: readonly Step[] = [
  {
    name: '2400-domain-looks',
    ddl: 'alter table organization_domains add column looked_at timestamptz, add column missing_since timestamptz',
  },
  { name: '2401-vouched-people', ddl: 'alter table users add column vouched_until timestamptz' },
]
