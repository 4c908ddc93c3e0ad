import { type Actor, hasAnyRole } from '../session/actor.ts'
import { allowed, firstRefusal, refused, refusedHere, type Verdict } from '../verdict.ts'
import type { Person } from './schemas.ts'

/** Who may enter is shown to those who speak for the organisation: Global admins, and a partner's Admin agents. */
export const canSeePeople = (actor: Actor): Verdict =>
  hasAnyRole(actor, actor.organization.kind === 'customer' ? ['global_admin'] : ['global_admin', 'admin_agent'])
    ? allowed
    : refusedHere('role', actor.organization.kind === 'customer' ? 'people.needs_global_admin' : 'people.needs_admin_agent')

/** Who may enter, and as what, the Global admin alone decides. */
export const canManagePeople = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin']) ? allowed : refusedHere('role', 'people.needs_global_admin')

/** BR-33: what somebody is at a customer, the customer's directory alone says. */
export function canGiveRolesByHand(actor: Actor): Verdict {
  const may = canManagePeople(actor)
  if (!may.allowed || actor.organization.kind !== 'customer') return may
  return refused('state', 'people.roles_of_directory', 'BR-33')
}

type Removable = Pick<Person, 'roles'>

/** `otherGlobalAdmins`: how many others of the organisation may enter as Global admin. */
export function canRemovePerson(actor: Actor, { roles }: Removable, otherGlobalAdmins: number): Verdict {
  const may = canManagePeople(actor)
  if (!may.allowed) return may
  const isLast = otherGlobalAdmins === 0 && roles.some(({ role }) => role === 'global_admin')
  return isLast ? refusedHere('state', 'people.last_global_admin') : allowed
}

/** People read what is kept about themselves, and the Global admin what is kept about all. */
export const canReadPersonData = (actor: Actor, { id }: Pick<Person, 'id'>): Verdict =>
  actor.user.id === id ? allowed : canManagePeople(actor)

/** Erasing cannot be undone, so the person's access has ended before. */
export const canErasePerson = (actor: Actor, { removedAt }: Pick<Person, 'removedAt'>): Verdict =>
  firstRefusal(
    () => canManagePeople(actor),
    () => (removedAt === null ? refusedHere('state', 'people.not_removed') : allowed),
  )

/** At a customer no claim gives a role, so there is no mapping. */
export const canSeeMapping = (actor: Actor): Verdict =>
  firstRefusal(
    () => canSeePeople(actor),
    () => (actor.organization.kind === 'customer' ? refused('state', 'people.roles_of_directory', 'BR-33') : allowed),
  )
