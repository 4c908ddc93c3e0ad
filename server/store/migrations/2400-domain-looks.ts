import type { Step } from './step.ts'

/** When a proven domain was last looked up, and since when its record is missing. */
export const steps2400: readonly Step[] = [
  {
    name: '2400-domain-looks',
    ddl: 'alter table organization_domains add column looked_at timestamptz, add column missing_since timestamptz',
  },
]
