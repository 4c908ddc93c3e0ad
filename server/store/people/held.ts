import { type Selectable, sql, type Transaction } from 'kysely'
import type { HeldRoles } from '../../../domain/people/held-roles.ts'
import type { Role } from '../../../domain/session/roles.ts'
import type { Database } from '../sql/tables/database.ts'

type Row = Pick<Selectable<Database['users']>, 'roles' | 'roles_of_directory' | 'claims' | 'roles_by_hand'>

/** Rows of versions before say the sum alone, which was the directory's. */
export const heldIn = ({ roles, roles_of_directory: directory, claims, roles_by_hand: byHand }: Row): HeldRoles =>
  ({ directory: directory ?? roles, claims: claims ?? [], byHand: byHand ?? [] })

type WhoseAccess = { organizationId: string; userId: string }
type When = { at: string; by: string }

/** Sets what a person may do. Open pages get another session token with changed roles; without any role the person's access ends. */
export async function keepRoles(
  trx: Transaction<Database>, who: WhoseAccess, before: readonly Role[], roles: readonly Role[], when: When,
): Promise<void> {
  if (JSON.stringify(before) !== JSON.stringify(roles)) {
    await trx
      .updateTable('users')
      .set({ roles: JSON.stringify(roles) })
      .where((eb) => eb.and({ organization_id: who.organizationId, id: who.userId }))
      .execute()
    await trx
      .updateTable('sessions')
      .set({ rotation_due_at: when.at })
      .where((eb) => eb.and({ organization_id: who.organizationId, user_id: who.userId }))
      .execute()
  }
  if (roles.length === 0) await endAccess(trx, who, when)
}

/** Ends a person's sessions, and for ever the access tokens that act as the person. */
export async function endAccess(trx: Transaction<Database>, { organizationId, userId }: WhoseAccess, { at, by }: When): Promise<void> {
  await endSessions(trx, { organizationId, userId })
  await trx
    .updateTable('access_tokens')
    .set({ revoked_at: at, revoked_by: by, ends_at: at, version: sql<number>`version + 1` })
    .where((eb) => eb.and({ organization_id: organizationId, owner_id: userId, kind: 'personal' }))
    .where('ends_at', '>', at)
    .execute()
}

export const endSessions = (trx: Transaction<Database>, { organizationId, userId }: WhoseAccess): Promise<unknown> =>
  trx.deleteFrom('sessions').where((eb) => eb.and({ organization_id: organizationId, user_id: userId })).execute()
