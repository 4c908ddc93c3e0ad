import type { Organization } from '../organizations/schemas.ts'

/** What an access token opens: every route names the one scope that opens it, or is closed to tokens. */
export const tokenScopes = ['read', 'invite', 'delegated_admin', 'import', 'audit'] as const
export type TokenScope = (typeof tokenScopes)[number]

const ofCustomers: readonly TokenScope[] = ['read', 'audit']

/** What a customer decides is decided by a person who is signed in, so a customer's tokens only read. */
export const scopesFor = (kind: Organization['kind']): readonly TokenScope[] => (kind === 'customer' ? ofCustomers : tokenScopes)
