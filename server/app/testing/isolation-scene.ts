import { leastRoleByTask } from '../../../domain/gdap/roles/templates.ts'
import type { RoleTemplate } from '../../../domain/gdap/schemas.ts'
import type { InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { MadeWebhook, WebhookDelivery } from '../../../domain/webhooks/schemas.ts'
import type { MadeToken } from '../../../domain/tokens/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { giveSubscription } from './bought.ts'
import { giveColleague } from './colleagues.ts'
import { giveAssignment, giveGdap } from './gdap.ts'
import type { Noun } from './isolation-sights.ts'
import { type CompanyKey, companies, organizationId, partnershipId, partnershipsOfTests, type Person, tenantId } from './people.ts'
import { draft, giveCustomer, tokenIn, type World } from './world.ts'

/** A thing that some organisations see and others must not; `text` finds it by search. */
export type Thing = { noun: Noun; id: string; text: string; seenBy: readonly CompanyKey[] }

const companyOf = (person: Person): CompanyKey =>
  (Object.keys(companies) as CompanyKey[]).find((key) => person in companies[key].people) ?? 'contoso'

export const everybody = Object.values(companies).flatMap(({ people }) => Object.keys(people)) as Person[]

const kindOf = (person: Person): string => {
  const { kind, people } = companies[companyOf(person)]
  return `${kind} ${(people as Partial<Record<Person, string>>)[person]}`
}

/** One person of each kind of organisation and role. */
export const oneOfEachKind = everybody.filter((person, position) =>
  everybody.findIndex((other) => kindOf(other) === kindOf(person)) === position)

export const isSeenBy = (thing: Thing, person: Person): boolean => thing.seenBy.includes(companyOf(person))

export async function layOut(world: World): Promise<Thing[]> {
  const make = async (by: Person, text: string, changes: Record<string, unknown> = {}) => {
    const answer = await (await world.as(by))('/invitations', { json: draft({ note: text, ...changes }) })
    return (await answer.json()) as InvitationWithLink
  }
  const things: Thing[] = []
  const add = (noun: Noun, id: string, text: string, ...seenBy: CompanyKey[]) => things.push({ noun, id, text, seenBy })

  add('invitations', (await make('provider.sales', 'quartz')).id, 'quartz', 'contoso')
  const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
  add('invitations', (await make('provider.sales', 'feldspar', through)).id, 'feldspar', 'contoso', 'litware')
  add('invitations', (await make('direct.admin', 'basalt')).id, 'basalt', 'adatum')
  const german = { includeDap: true, delivery: 'via_reseller', resellerId: organizationId('wingtip') }
  add('invitations', (await make('direct-de.admin', 'granite', german)).id, 'granite', 'fabrikam', 'wingtip')

  const declined = await make('provider.sales', 'marble')
  add('invitations', declined.id, 'marble', 'contoso')
  const answer = await (await world.as('customer.globaladmin'))(
    `/acceptance/${tokenIn(declined.link)}/decline`, { json: { reason: 'slate' } },
  )
  add('receipts', ((await answer.json()) as Receipt).id, 'slate', 'tailspin')
  const ofCustomer = await (await world.as('customer.globaladmin'))('/relationship-requests')
  const { items: requests } = (await ofCustomer.json()) as Page<{ id: string }>
  for (const { id } of requests) add('requests', id, 'none', 'contoso', 'tailspin')

  const lines = [['contoso', 'Amber'], ['litware', 'Beryl'], ['adatum', 'Citrine'], ['woodgrove', 'Diamond']] as const
  for (const [position, [partner, name]] of lines.entries()) {
    const id = `00000000-0000-7999-8000-00000000000${position}`
    await giveCustomer(world.db, partner, id, name)
    await giveSubscription(world.db, id, partner, { id })
    add('customers', id, name, partner)
  }
  const template = { name: 'Obsidian', roles: [leastRoleByTask.read_directory] }
  const kept = await (await world.as('provider.admin'))('/delegated-admin/templates', { json: template })
  add('role-templates', ((await kept.json()) as RoleTemplate).id, 'Obsidian', 'contoso')
  const service = { name: 'Jasper', kind: 'service', scopes: ['read'], expiresInDays: 30, roles: ['admin_agent'] }
  const made = await (await world.as('provider.admin'))('/tokens', { json: service })
  add('tokens', ((await made.json()) as MadeToken).id, 'Jasper', 'contoso')
  const hook = { url: 'https://agate.example/', events: ['invitation-opened'] }
  const { id: hookId } = (await (await (await world.as('provider.admin'))('/webhooks', { json: hook })).json()) as MadeWebhook
  const tested = await (await world.as('provider.admin'))(`/webhooks/${hookId}/test`, { method: 'POST' })
  add('webhooks', hookId, 'agate', 'contoso')
  add('deliveries', `${hookId} ${((await tested.json()) as WebhookDelivery).id}`, 'none', 'contoso')
  const granted = [['contoso', 'tailspin', 'approvalPending'], ['adatum', 'lucerne', 'active']] as const
  for (const [partner, customer, status] of granted) {
    const displayName = `Rights-${partner}`
    const named = { tenantId: tenantId(customer), displayName: companies[customer].name }
    const { id } = await giveGdap(world.db, partner, { displayName, customer: named, status })
    add('delegated-admin', id, displayName, partner, customer)
    add('assignments', `${id} ${await giveAssignment(world.db, partner, id)}`, 'none', partner, customer)
  }
  for (const [name, key] of [['Malachite', 'contoso'], ['Onyx', 'litware']] as const)
    add('people', await giveColleague(world.db, key, name), name, key)
  for (const [position, [provider, reseller]] of partnershipsOfTests.entries()) add(
    'partnerships', partnershipId(position), 'none', provider, reseller,
  )
  const invited = { tenantId: tenantId('lamna'), displayName: 'Peridot' }
  const invite = await (await world.as('provider.admin'))('/reseller-invites', { json: invited })
  add('reseller-invites', ((await invite.json()) as { id: string }).id, 'Peridot', 'contoso')
  return things
}
