import type { AutoExtendDuration } from '../../../../domain/gdap/term/durations.ts'
import { canChangeRoles, canSetAutoExtend } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'

const factsOf = ({ accessDetails, autoExtendDuration, ...relationship }: GdapRelationshipOnWire) => ({
  ...relationship,
  roles: accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId),
  autoExtendDuration: autoExtendDuration as AutoExtendDuration,
})

/** BR-87, BR-89: decides whether the actor may turn auto-extend on. */
export const mayExtend = (actor: Actor, relationship: GdapRelationshipOnWire, now: Date): Verdict =>
  canSetAutoExtend(actor, factsOf(relationship), 'P180D', now)

/** BR-88: decides whether the actor may remove Global administrator. */
export function mayRemoveGlobalAdministrator(actor: Actor, relationship: GdapRelationshipOnWire, now: Date): Verdict {
  const facts = factsOf(relationship)
  return canChangeRoles(actor, facts, facts.roles.filter((role) => role !== globalAdministrator), now)
}
