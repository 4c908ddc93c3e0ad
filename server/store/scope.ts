import type { Actor } from '../../domain/session/actor.ts'

declare const proof: unique symbol

/** Whose rows a store method may touch. Only a signed-in actor yields one, so that no id of a request can replace it. */
export type Scope = { readonly organizationId: string; readonly [proof]: 'scope' }

export const scopeOf = (actor: Actor): Scope => ({ organizationId: actor.organization.id }) as Scope

/** What a link's holder may touch: its invitation alone, while `linkNumber` is the living link. The store makes it from a token's hash. */
export type LinkScope = {
  readonly ownerId: string
  readonly invitationId: string
  /** 0, which no living link has, for a replaced one. */
  readonly linkNumber: number
  readonly [proof]: 'link'
}
