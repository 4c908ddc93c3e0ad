import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InvitationMessage, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { MadeWebhook } from '../../../domain/webhooks/schemas.ts'
import type { MadeToken } from '../../../domain/tokens/schemas.ts'
import { organizationId } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

describe('what opens an invitation', () => {
  let world: World
  const tokens: string[] = []
  beforeAll(async () => {
    world = await openWorld()
    tokens.push(...(await walkThePath(world)))
  })
  afterAll(() => world.close())

  const tables = async () => {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(world.db)
    return rows.map(({ name }) => name)
  }
  const everyRow = async (table: string) => {
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(table)} as t`.execute(world.db)
    return rows.map(({ row }) => row)
  }

  it('is in no column of any table: no link, no session or access token, no Idempotency-Key that came with one', async () => {
    expect(tokens.length).toBeGreaterThan(8)
    let rows = 0
    for (const table of await tables())
      for (const row of await everyRow(table)) {
        rows += 1
        for (const token of tokens) expect(row.includes(token), `${table}: ${row}`).toBe(false)
      }
    expect(rows).toBeGreaterThan(60)
  })

  it('would be found if it were', async () => {
    await sql`update invitations set note = ${tokens[0]}`.execute(world.db)
    expect((await everyRow('invitations')).some((row) => row.includes(tokens[0] ?? ''))).toBe(true)
  })

  it('is in no audit event that anybody can read', async () => {
    await world.settled()
    const logs = [
      ['provider.admin', '/audit?limit=200'], ['reseller.admin', '/audit?limit=200'], ['newcustomer.globaladmin', '/audit?limit=200'],
      ['newcustomer.user', '/audit/recent?limit=50'],
    ] as const
    for (const [person, address] of logs) {
      const text = await (await (await world.as(person))(address)).text()
      expect((JSON.parse(text) as { items: unknown[] }).items.length).toBeGreaterThan(0)
      for (const token of tokens) expect(text).not.toContain(token)
    }
  })

  it('is in nothing that was reported as a failure', () => {
    expect(world.failures).toEqual([])
  })
})

/** Makes, repeats, reissues, reads, opens, refuses and accepts; returns every token sent. */
async function walkThePath(world: World): Promise<string[]> {
  const tokens: string[] = []
  const signIn = async (person: Parameters<World['signIn']>[0]) => {
    const token = await world.signIn(person)
    tokens.push(token)
    return world.withToken(token)
  }
  const [sales, reseller, user, admin] = [
    await signIn('provider.sales'), await signIn('reseller.admin'), await signIn('newcustomer.user'),
    await signIn('newcustomer.globaladmin'),
  ]
  const made: InvitationWithLink[] = []
  const keyed = (json: unknown, key: string) => ({ json, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } })
  for (const changes of [{}, { delivery: 'via_reseller', resellerId: organizationId('litware') }, { reusable: true }]) {
    const first = (await (await sales('/invitations', keyed(draft(changes), JSON.stringify(changes)))).json()) as InvitationWithLink
    const again = (await (await sales('/invitations', keyed(draft(changes), JSON.stringify(changes)))).json()) as InvitationWithLink
    if (first.link !== again.link) throw new Error('A repeated call showed another link')
    const reissued = (await (await sales(`/invitations/${first.id}/reissue`, keyed({}, 'again'))).json()) as InvitationWithLink
    tokens.push(tokenIn(first.link), tokenIn(reissued.link))
    made.push(reissued)
  }
  const handedOver = made[1]
  const message = (await (await reseller(`/invitations/${handedOver?.id}/message`)).json()) as InvitationMessage
  await reseller(`/invitations/${handedOver?.id}/forward`, keyed({ email: 'x@northwind.example' }, message.link))
  const access = { name: 'Nightly', kind: 'personal', scopes: ['read', 'invite'], expiresInDays: 30 }
  const show = async () => ((await (await sales('/tokens', keyed(access, 'access'))).json()) as MadeToken).token
  const shown = [await show(), await show()] as const
  if (shown[0] !== shown[1]) throw new Error('A repeated call showed another access token')
  await world.bearing(shown[0])('/invitations', keyed(draft(), shown[0]))
  tokens.push(shown[0])
  const hook = { url: 'https://hooks.contoso.example/', events: ['invitation-opened'] }
  const webhook = (await (await (await signIn('provider.admin'))('/webhooks', keyed(hook, 'hook'))).json()) as MadeWebhook
  tokens.push(webhook.secret)
  for (const { link } of made) {
    const path = `/acceptance/${tokenIn(link)}`
    await world.guest(`${path}/open`, { method: 'POST' })
    await user(`${path}/accept`, keyed({}, link))
    await user(`${path}/hand-over`, keyed({ email: 'admin@northwind.example' }, `${link} to`))
    await user(`${path}/question`, keyed({ text: 'Who are you?' }, `${link} of`))
    await admin(`${path}/accept`, keyed({ agreementAccepted: true }, link))
  }
  return tokens
}
