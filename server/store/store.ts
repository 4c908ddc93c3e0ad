import { type Kysely, sql } from 'kysely'
import { retentionDays } from '../../domain/audit/retention.ts'
import { acceptance } from './acceptance/acceptance.ts'
import { agreements } from './agreements/agreements.ts'
import { idempotency } from './idempotency/idempotency.ts'
import { audit } from './audit/audit.ts'
import { chain, pruneChains } from './audit/chain.ts'
import { keepRefusal } from './audit/refusals.ts'
import { auditSettings } from './audit/settings.ts'
import { changes } from './events/changes.ts'
import { customerClaims } from './customers/claims.ts'
import { customers } from './customers/customers.ts'
import { traces } from './invitations/traces.ts'
import { gdapBulk } from './gdap/bulk.ts'
import { gdap } from './gdap/gdap.ts'
import { gdapReminders } from './gdap/reminders.ts'
import { joining } from './joining/joining.ts'
import { limits } from './limits/limits.ts'
import { invitations } from './invitations/invitations.ts'
import { messageTemplates } from './message-templates/message-templates.ts'
import { organizations } from './organizations/organizations.ts'
import { outbox } from './mail/outbox.ts'
import { partnerships } from './partnerships/partnerships.ts'
import { prune } from './sql/prune.ts'
import { domainLooks } from './organizations/domain-looks.ts'
import { domains } from './organizations/domains.ts'
import { logos } from './organizations/logos.ts'
import { profiles } from './organizations/profiles.ts'
import { standing } from './organizations/standing.ts'
import { programmeAgreement } from './organizations/programme-agreement.ts'
import { registrations } from './organizations/registrations.ts'
import { receipts } from './acceptance/receipts.ts'
import { relationshipRequests } from './relationship-requests/relationship-requests.ts'
import { relationships } from './relationships/relationships.ts'
import { reminders } from './reminders/reminders.ts'
import { roleTemplates } from './role-templates/role-templates.ts'
import type { Database } from './sql/tables/database.ts'
import { ownSessions } from './session/own-sessions.ts'
import { entering } from './people/entering.ts'
import { erasure } from './people/erasure.ts'
import { people } from './people/people.ts'
import { roleMapping } from './people/role-mapping.ts'
import { visitors } from './people/visitors.ts'
import { sessions } from './session/sessions.ts'
import { signIns } from './session/sign-ins.ts'
import { subscriptions } from './subscriptions/subscriptions.ts'
import { tokens } from './tokens/tokens.ts'
import { users } from './session/users.ts'
import { notices } from './notices/notices.ts'
import { heldDeliveries } from './webhooks/held-deliveries.ts'
import { webhooks } from './webhooks/webhooks.ts'

/** The store over a migrated database, the same on every host. Closing it closes the database. */
export const createStore = (db: Kysely<Database>) => ({
  organizations: organizations(db),
  domains: domains(db),
  domainLooks: domainLooks(db),
  logos: logos(db),
  profiles: profiles(db),
  standing: standing(db),
  registrations: registrations(db),
  programmeAgreement: programmeAgreement(db),
  joining: joining(db),
  sessions: sessions(db),
  ownSessions: ownSessions(db),
  signIns: signIns(db),
  people: { ...people(db), ...entering(db), ...erasure(db) },
  roleMapping: roleMapping(db),
  visitors: visitors(db),
  users: users(db),
  tokens: tokens(db),
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
  gdapBulk: gdapBulk(db),
  gdapReminders: gdapReminders(db),
  gdap: gdap(db),
  agreements: agreements(db),
  limits: limits(db),
  acceptance: acceptance(db),
  traces: traces(db),
  receipts: receipts(db),
  outbox: outbox(db),
  audit: {
    ...audit(db), ...auditSettings(db), keepRefusal: keepRefusal(db), chain: chain(db), prune: pruneChains(db, retentionDays.usual),
  },
  notices: notices(db),
  webhooks: { ...webhooks(db), ...heldDeliveries(db) },
  idempotency: idempotency(db),
  changes: changes(db),
  /** Deletes a batch of temporary rows; call it until it is done. */
  prune: prune(db),
  /** Throws when the store is unavailable. */
  ping: async (): Promise<void> => void (await sql`select 1`.execute(db)),
  close: (): Promise<void> => db.destroy(),
})

export type Store = ReturnType<typeof createStore>
