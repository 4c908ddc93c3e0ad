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
  {
    name: '2241-organization-domains',
    owner: 'organization_id',
    ddl: `create table organization_domains (
      organization_id uuid not null references organizations (id),
      domain text not null,
      added_at timestamptz not null,
      proven_at timestamptz,
      primary key (organization_id, domain)
    )`,
  },
  { name: '2242-proven-domains', ddl: 'create table proven_domains (domain text primary key, organization_id uuid not null)' },
]
