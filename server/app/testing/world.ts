import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { followRelations, insertRows } from '../../store/customers/rows.ts'
import type { CustomerRow } from '../../store/customers/row.ts'
import { sortKeyOf } from '../../store/sql/fold.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import type { Store } from '../../store/store.ts'
import { type Engine, postgres } from '../../store/testing/test-engines.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { createApp } from '../create-app.ts'
import type { HostPorts } from '../ports.ts'
import {
  type CompanyKey,
  companies,
  globalAccountOfLitware,
  organizationId,
  partnerIdOf,
  partnershipId,
  partnershipsOfTests,
  type Person,
  personId,
  tenantId,
} from './people.ts'

const header = 'x-test-session'
export const secretOfTests = 'a secret of the tests, 32 bytes and more'
const start = Date.parse('2026-03-02T09:00:00.000Z')

export type Call = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>

/** The API over a store of its own, with the tests' organisations and a clock that the test moves. */
export async function openWorld(ports: Partial<HostPorts> = {}, engine: Engine = postgres) {
  const opened = await engine.open()
  const { db, store } = opened
  let elapsed = 0
  // Each call is later than the one before.
  const now = () => new Date(start + (elapsed += 1))
  const failures: unknown[] = []
  await settle(db)
  const appOver = (over: Store) =>
    createApp({
      store: over,
      publicUrl: 'https://portal.example',
      secret: secretOfTests,
      now,
      newId: () => uuidV7(now()),
      turn: () => setImmediate(),
      session: {
        read: (request) => request.headers.get(header) ?? undefined,
        start: (token, expiresAt) => new Headers({ [header]: token, 'x-expires': expiresAt.toISOString() }),
        end: () => new Headers({ [header]: '' }),
      },
      demo: true,
      sendsMail: true,
      reportFailure: (error) => failures.push(error),
      ...ports,
    })
  const app = appOver(store)
  const call =
    (token?: string, on = app): Call =>
    async (path, { json, ...init } = {}) =>
      on.request(`/api${path}`, {
        ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
        ...init,
        headers: {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { [header]: token }),
          ...(init.headers as Record<string, string> | undefined),
        },
      })
  const signIn = async (persona: Person) => {
    const answer = await call()('/session', { json: { persona } })
    return answer.headers.get(header) ?? ''
  }
  return {
    app,
    db,
    store,
    now,
    newId: () => uuidV7(now()),
    publicUrl: 'https://portal.example',
    sendsMail: true,
    failures,
    guest: call(),
    signIn,
    withToken: (token: string): Call => call(token),
    /** The same API over another store. */
    over: (other: Store, token?: string): Call => call(token, appOver(other)),
    /** One API over another store, for several callers. */
    allOver: (other: Store) => {
      const on = appOver(other)
      return (token: string): Call => call(token, on)
    },
    /** Calls as this person, in a session of its own. */
    as: async (persona: Person): Promise<Call> => call(await signIn(persona)),
    wait: (milliseconds: number) => {
      elapsed += milliseconds
    },
    /** Closes the store. Throws the first unexpected failure that the test has not read. */
    close: async () => {
      await opened.close()
      for (const failure of failures) throw failure
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

async function settle(db: Kysely<Database>): Promise<void> {
  const keys = Object.keys(companies) as CompanyKey[]
  await db
    .insertInto('organizations')
    .values(
      keys.map((key) => ({
        id: organizationId(key),
        tenant_id: tenantId(key),
        display_name: companies[key].name,
        domain: `${key}.example`,
        kind: companies[key].kind,
        cloud: companies[key].cloud,
        country: companies[key].country,
        mpn_id: companies[key].kind === 'customer' ? null : partnerIdOf(key),
      })),
    )
    .execute()
  await db
    .insertInto('partner_facts')
    .values(
      keys
        .filter((key) => companies[key].kind !== 'customer')
        .map((key) => ({
          organization_id: organizationId(key),
          agreement_signed: true,
          global_account_id: key === 'litware' ? globalAccountOfLitware : null,
          transitioning: key === 'adatum',
        })),
    )
    .execute()
  const people = keys.flatMap((key) => Object.entries(companies[key].people).map(([persona, role]) => ({ key, persona, role })))
  await db
    .insertInto('users')
    .values(
      people.map(({ key, persona, role }, position) => ({
        organization_id: organizationId(key),
        id: personId(position),
        display_name: `Person ${persona}`,
        email: `${persona}@${key}.example`,
        roles: JSON.stringify([role]),
        locale: 'en' as const,
      })),
    )
    .execute()
  await db
    .insertInto('user_directory')
    .values(
      people.map(({ key, persona }, position) => ({
        user_id: personId(position),
        organization_id: organizationId(key),
        persona,
        persona_position: position,
      })),
    )
    .execute()
  for (const [position, [provider, reseller, state]] of partnershipsOfTests.entries()) {
    const ids = { partner_id: organizationId(provider), id: partnershipId(position) }
    await db
      .insertInto('partnerships')
      .values({
        ...ids,
        reseller_id: organizationId(reseller),
        reseller_name_key: sortKeyOf(companies[reseller].name),
        state,
        rank: state === 'active' ? 0 : 1,
        created_at: new Date(start).toISOString(),
        version: 1,
      })
      .execute()
    await db
      .insertInto('partnership_inbox')
      .values({
        partner_id: organizationId(reseller),
        partnership_id: ids.id,
        provider_id: ids.partner_id,
        provider_name_key: sortKeyOf(companies[provider].name),
      })
      .execute()
  }
}

/** Gives a partner a customer that accepted; without reseller or admin rights unless `changes` differ. */
export async function giveCustomer(
  db: Kysely<Database>,
  partner: CompanyKey,
  tenant: string,
  name: string,
  relation: 'reseller' | 'advisor' = 'reseller',
  changes: Partial<CustomerRow> = {},
) {
  const partnerId = organizationId(partner)
  const at = new Date(start).toISOString()
  const row: CustomerRow = {
    partner_id: partnerId,
    id: tenant,
    company_name: name,
    domain: `${tenant.slice(-3)}.example`,
    aliases: [],
    country: 'KR',
    relation,
    relation_text: null,
    basis: 'accepted',
    owner_id: relation === 'reseller' ? partnerId : null,
    reseller_id: null,
    dap: false,
    dap_since: changes.dap ? at : null,
    gdap_active: false,
    gdap_next_end: null,
    last_event_at: at,
    version: 1,
    ...changes,
  }
  await db.transaction().execute(async (trx) => {
    await insertRows(trx, [row])
    await followRelations(trx, partnerId, [row], at)
  })
}

/** A draft that `provider.sales` may send. */
export const draft = (changes: Record<string, unknown> = {}) => ({
  delivery: 'direct',
  reusable: false,
  includeDap: false,
  language: 'en',
  expiresInDays: 30,
  ...changes,
})

export const tokenIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1)
