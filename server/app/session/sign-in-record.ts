import { changedFields } from '../../../domain/audit/changed.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Role } from '../../../domain/session/roles.ts'
import type { Entered } from '../../store/people/entering.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'

/** What the log says of a person's roles, where they changed. */
const changeOfRoles = (before: readonly Role[], after: readonly Role[]): AuditEntry['changed'] =>
  changedFields({ roles: before }, { roles: after }, ['roles'])

type Who = { organization: Organization; displayName: string; email: string }

/** The log of a sign-in: who came, whether with other roles than before, or who was turned away. */
export function recordOfSignIn({ organization, displayName, email }: Who, at: string) {
  return ({ userId, roles, rolesBefore, isRemoved }: Entered) => {
    const actor: Actor = { user: { id: userId, displayName, email, roles: [...roles], locale: 'en' }, organization, through: 'browser' }
    const action = isRemoved || roles.length === 0 ? 'person.turned_away' : 'person.signed_in'
    return recordOf(actor, [{
      at, action, noun: 'people', nounId: userId, organizationIds: [organization.id], details: { person: displayName },
      changed: rolesBefore.length === 0 ? undefined : changeOfRoles(rolesBefore, roles),
    }])
  }
}

/** The log of roles that the directory has changed while the person was signed in. */
export const recordOfReading = ({ user, organization }: Actor, at: string) => ({ roles, rolesBefore }: Entered) => {
  const changed = changeOfRoles(rolesBefore, roles)
  return recordOf('worker', changed ? [{
    at, action: 'person.roles_changed', noun: 'people', nounId: user.id, organizationIds: [organization.id],
    details: { person: user.displayName }, changed,
  }] : [])
}
