import type { Step } from './step.ts'

/** Of a token only the hash is kept; a directory leads from it to the row under its organisation's key. */
export const steps2200: readonly Step[] = [
  {
    name: '2200-access-tokens',
    owner: 'organization_id',
    ddl: `create table access_tokens (
      organization_id uuid not null,
      id uuid not null,
      owner_id uuid not null,
      kind text not null,
      name text not null,
      scopes jsonb not null,
      roles jsonb,
      token_hash text not null,
      last_four text not null,
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text,
      ends_at timestamptz not null,
      version integer not null,
      primary key (organization_id, id)
    )`,
  },
  { name: '2201-access-tokens-by-owner', ddl: 'create index access_tokens_by_owner on access_tokens (organization_id, owner_id, id)' },
  { name: '2202-access-tokens-by-end', ddl: 'create index access_tokens_by_end on access_tokens (ends_at)' },
  {
    name: '2203-access-token-hashes',
    ddl: `create table access_token_hashes (
      token_hash text primary key,
      organization_id uuid not null,
      token_id uuid not null
    )`,
  },
]
