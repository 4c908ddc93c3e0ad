import { setImmediate } from 'node:timers/promises'
import { undescribed } from '../../../domain/customers/description.ts'
import type { Kysely } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { followRelations, insertRows } from '../../store/customers/rows.ts'
import type { CustomerRow } from '../../store/customers/row.ts'
import { insertOrganizations, insertPartnerFacts, insertPartnerships, insertPeople } from '../../store/demo/seed-people.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import type { Store } from '../../store/store.ts'
import { type Engine, postgres } from '../../store/testing/test-engines.ts'
import { uuidV7 } from '../../store/sql/uuid-v7.ts'
import { createApp } from '../create-app.ts'
import type { HostPorts } from '../ports.ts'
import { formFault } from './described-answers.ts'
import { redrawForTests } from './logos.ts'
import {
  type CompanyKey, companies, globalAccountOfLitware, organizationId, partnerIdOf, partnershipId, partnershipsOfTests, type Person,
  personId, tenantId,
} from './people.ts'

const header = 'x-test-session'
export const secretOfTests = 'a secret of the tests, 32 bytes and more'
const start = Date.parse('2026-03-02T09:00:00.000Z')

export type Call = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>

/**
 * The API over a store of its own, with the tests' organisations and a clock that the test moves. A call throws when its answer is not of
 * the form that the API describes.
 */
export async function openWorld(ports: Partial<HostPorts> = {}, engine: Engine = postgres) {
  const opened = await engine.open()
  const { db, store } = opened
  let elapsed = 0
  // Each call is later than the one before.
  const now = () => new Date(start + (elapsed += 1))
  const failures: unknown[] = []
  const underWay: Promise<void>[] = []
  await settle(db)
  const appOver = (over: Store) =>
    createApp({
      store: over,
      publicUrl: 'https://portal.example',
      secret: secretOfTests,
      now,
      newId: () => uuidV7(now()),
      turn: () => setImmediate(),
      meanwhile: (work) => void underWay.push(work),
      session: {
        read: (request) => request.headers.get(header) ?? undefined,
        start: (token, expiresAt) => new Headers({ [header]: token, 'x-expires': expiresAt.toISOString() }),
        end: () => new Headers({ [header]: '' }),
      },
      demo: true,
      sendsMail: true,
      sendsWebhooks: 'public',
      redrawLogo: redrawForTests,
      reportFailure: (error) => failures.push(error),
      ...ports,
    })
  const app = appOver(store)
  const call =
    (token?: string, on = app): Call =>
    async (path, { json, ...init } = {}) => {
      const method = init.method ?? (json === undefined ? 'GET' : 'POST')
      const answer = await on.request(`/api${path}`, {
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...init,
        method,
        headers: {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { [header]: token }),
          ...(init.headers as Record<string, string> | undefined),
        },
      })
      const fault = await formFault(on, method, path, answer)
      if (fault !== undefined) throw new Error(fault)
      return answer
    }
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
    /** Calls with an access token, as no browser does. */
    bearing: (token: string): Call => {
      const guest = call()
      return (path, init = {}) => guest(path, {
        ...init, headers: { ...(init.headers as Record<string, string> | undefined), Authorization: `Bearer ${token}` },
      })
    },
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
    /** Ends when all is written that no answer waited for. */
    settled: async () => void (await Promise.all(underWay)),
    close: async () => {
      await Promise.all(underWay)
      await opened.close()
      for (const failure of failures) throw failure
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

const organizationOf = (key: CompanyKey): Organization => {
  const { name: displayName, kind, cloud, country } = companies[key]
  const partner = kind === 'customer' ? {} : { partnerId: partnerIdOf(key) }
  return { id: organizationId(key), tenantId: tenantId(key), displayName, domain: `${key}.example`, kind, cloud, country, ...partner }
}

async function settle(db: Kysely<Database>): Promise<void> {
  const keys = Object.keys(companies) as CompanyKey[]
  const organizations = keys.map(organizationOf)
  const people = keys.flatMap((key) => Object.entries(companies[key].people).map(([persona, role]) => ({ key, persona, role })))
  const actors = people.map(({ key, persona, role }, position): [string, Actor] => [persona, {
    user: { id: personId(position), displayName: `Person ${persona}`, email: `${persona}@${key}.example`, roles: [role], locale: 'en' },
    organization: organizationOf(key),
  }])
  const pairs = partnershipsOfTests.map(([provider, reseller, state], position) => (
    { id: partnershipId(position), provider: organizationOf(provider), reseller: organizationOf(reseller), state }
  ))
  await insertOrganizations(db, organizations)
  await insertPartnerFacts(db, organizations, {
    globalAccount: { of: organizationId('litware'), id: globalAccountOfLitware }, transitioning: organizationId('adatum'),
  })
  await insertPeople(db, Object.fromEntries(actors))
  await insertPartnerships(db, pairs, new Date(start).toISOString())
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
    ...undescribed(),
    notes: null,
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
