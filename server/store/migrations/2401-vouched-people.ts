import type { Step } from './step.ts'

/** Until when an identity provider's word for a person lets personal tokens work. */
export const steps2401: readonly Step[] = [
  { name: '2401-vouched-people', ddl: 'alter table users add column vouched_until timestamptz' },
]
