import { type Kysely, sql } from 'kysely'
import { acceptance } from './acceptance.ts'
import { agreements } from './agreements.ts'
import { answers } from './answers.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { customerClaims } from './customer-claims.ts'
import { customers } from './customers.ts'
import { traces } from './invitation-traces.ts'
import { delegatedAdminBulk } from './delegated-admin-bulk.ts'
import { delegatedAdmin } from './delegated-admin.ts'
import { gdapReminders } from './gdap-reminders.ts'
import { limits } from './limits.ts'
import { invitations } from './invitations.ts'
import { messageTemplates } from './message-templates.ts'
import { organizations } from './organizations.ts'
import { outbox } from './outbox.ts'
import { partnerships } from './partnerships.ts'
import { prune } from './prune.ts'
import { receipts } from './receipts.ts'
import { relationshipRequests } from './relationship-requests.ts'
import { relationships } from './relationships.ts'
import { reminders } from './reminders.ts'
import { roleTemplates } from './role-templates.ts'
import type { Database } from './schema/database.ts'
import { sessions } from './sessions.ts'
import type { Store } from './store.ts'
import { subscriptions } from './subscriptions.ts'
import { users } from './users.ts'

/** The store over a migrated database, the same on every host. Closing it closes the database. */
export const createStore = (db: Kysely<Database>): Store => ({
  organizations: organizations(db),
  sessions: sessions(db),
  users: users(db),
  partnerships: partnerships(db),
  customers: customers(db),
  customerClaims: customerClaims(db),
  invitations: invitations(db),
  messageTemplates: messageTemplates(db),
  subscriptions: subscriptions(db),
  relationshipRequests: relationshipRequests(db),
  relationships: relationships(db),
  reminders: reminders(db),
  roleTemplates: roleTemplates(db),
  delegatedAdminBulk: delegatedAdminBulk(db),
  gdapReminders: gdapReminders(db),
  delegatedAdmin: delegatedAdmin(db),
  agreements: agreements(db),
  limits: limits(db),
  acceptance: acceptance(db),
  traces: traces(db),
  receipts: receipts(db),
  outbox: outbox(db),
  audit: audit(db),
  answers: answers(db),
  changes: changes(db),
  prune: prune(db),
  ping: async () => void (await sql`select 1`.execute(db)),
  close: () => db.destroy(),
})
