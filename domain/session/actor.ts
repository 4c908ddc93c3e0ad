import type { PartnerKind } from '../organizations/kinds.ts'
import type { Organization } from '../organizations/schemas.ts'
import type { Role } from './roles.ts'
import type { User } from './schemas.ts'

/**
 * The caller: one user of one organisation. Every rule takes one; every row is reached through its organisation. `token` is the access
 * token that acts for its person; a service is a user of its own. `through` is absent where nobody calls.
 */
export type Actor = { user: User; organization: Organization; token?: { name: string }; through?: 'browser' | 'token' }

export const hasAnyRole = (actor: Actor, wanted: readonly Role[]): boolean =>
  actor.user.roles.some((role) => wanted.includes(role))

export const partnerKindOf = (actor: Actor): PartnerKind | undefined =>
  actor.organization.kind === 'customer' ? undefined : actor.organization.kind

/** Identifies a page's reader, for `Acting-As`. */
export const personOf = ({ user, organization }: { user: { id: string }; organization: { id: string } }): string =>
  `${user.id}@${organization.id}`

/** Identifies the reader of a page that is signed out. */
export const nobody = 'nobody'
