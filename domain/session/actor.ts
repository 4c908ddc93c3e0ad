import type { PartnerKind } from '../organizations/kinds.ts'
import type { Organization } from '../organizations/schemas.ts'
import type { Role } from './roles.ts'
import type { User } from './schemas.ts'

/** Who is asking: one user of one organisation. Every rule takes one; every row is reached through its organisation. */
export type Actor = { user: User; organization: Organization }

export const hasAnyRole = (actor: Actor, wanted: readonly Role[]): boolean =>
  actor.user.roles.some((role) => wanted.includes(role))

/** The partner's kind, or undefined for a customer's user. */
export const partnerKindOf = (actor: Actor): PartnerKind | undefined =>
  actor.organization.kind === 'customer' ? undefined : actor.organization.kind

/** Whose something is, in the words in which a page says who it takes its reader to be. */
export const personOf = ({ user, organization }: { user: { id: string }; organization: { id: string } }): string =>
  `${user.id}@${organization.id}`

/** What a page says that takes its reader to be signed out. */
export const nobody = 'nobody'
