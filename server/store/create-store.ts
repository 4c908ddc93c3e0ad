import { type Kysely, sql } from 'kysely'
import { acceptance } from './acceptance.ts'
import { agreements } from './agreements.ts'
import { answers } from './answers.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { customers } from './customers.ts'
import { invitations } from './invitations.ts'
import { organizations } from './organizations.ts'
import { partnerships } from './partnerships.ts'
import { prune } from './prune.ts'
import { receipts } from './receipts.ts'
import { relationships } from './relationships.ts'
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
  invitations: invitations(db),
  subscriptions: subscriptions(db),
  relationships: relationships(db),
  agreements: agreements(db),
  acceptance: acceptance(db),
  receipts: receipts(db),
  audit: audit(db),
  answers: answers(db),
  changes: changes(db),
  prune: prune(db),
  ping: async () => void (await sql`select 1`.execute(db)),
  close: () => db.destroy(),
})
