import type { Actor } from '../../domain/session/actor.ts'

declare const proof: unique symbol

/** Whose rows a store method may touch. Made from a signed-in actor only, so that no id out of a request can stand in for it. */
export type Scope = { readonly organizationId: string; readonly [proof]: 'scope' }

export const scopeOf = (actor: Actor): Scope => ({ organizationId: actor.organization.id }) as Scope

/**
 * What the holder of an invitation's link may touch: that invitation and nothing beside it, while `linkNumber` is its living link. Made by
 * the store from a token's hash.
 */
export type LinkScope = {
  readonly ownerId: string
  readonly invitationId: string
  /** 0, which no living link has, for one that was replaced. */
  readonly linkNumber: number
  readonly [proof]: 'link'
}
