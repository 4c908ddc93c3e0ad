import { leastRoleByTask } from '../../../domain/gdap/roles/templates.ts'
import type { InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import { noticesTokenOf, unsubscribeTokenOf } from '../secrets.ts'
import { peopleDeeds } from './colleagues.ts'
import { giveAssignment, giveGdap, giveGroup } from './gdap.ts'
import { isolation } from './isolation-table.ts'
import type { RouteKey } from './route-keys.ts'
import { base64, pngBytes } from './logos.ts'
import { companies, type CompanyKey, organizationId, partnerIdOf, partnershipId, type Person, personId, tenantId } from './people.ts'
import { resellerDeeds } from './reseller-invites.ts'
import { draft, giveCustomer, secretOfTests, tokenIn, type World } from './world.ts'

/** A request that does what its route is for. */
export type RouteDeed = { by: Person; path?: string; body?: unknown; type?: string; headers?: Record<string, string> }

const roles = [{ roleDefinitionId: leastRoleByTask.read_directory }]
const anyVersion = { 'If-Match': '*' }
const csv = 'Microsoft ID,Company name,Primary domain name,Relationship\n'

/** Routes of people who come through an identity provider, whom this world has none of; `server/node/sign-in` tests them. */
export const ofIdentityProviders: readonly RouteKey[] = ['POST /session/back-channel-logout', 'PUT /session/organization']

/**
 * One deed for every route that changes something, and for reads limited to one side at one moment; each finds its own row, so their order
 * does not matter. A further round uses other rows, and skips what exists once.
 */
export async function routeDeeds(world: World, round = 0): Promise<Partial<Record<RouteKey, RouteDeed>>> {
  const id = (position: number) => `00000000-0000-7998-8000-${String(round * 10 + position).padStart(12, '0')}`
  const named = (text: string) => (round === 0 ? text : `${text}-${round}`)
  const reminded = await sent(world)
  const sales = await world.as('provider.sales')
  const customer = await world.as('newcustomer.globaladmin')
  const invite = async (changes: Record<string, unknown> = {}) =>
    (await (await sales('/invitations', { json: draft(changes) })).json()) as InvitationWithLink
  const link = async (changes: Record<string, unknown> = {}) => {
    const made = await invite(changes)
    return { id: made.id, token: tokenIn(made.link) }
  }
  const through = { delivery: 'via_reseller', resellerId: organizationId('litware') }
  const addressed = { customer: { email: 'admin@northwind.example' } }
  const accepted = async () => {
    const { token } = await link()
    return (await (await customer(`/acceptance/${token}/accept`, { json: { agreementAccepted: true } })).json()) as Receipt
  }
  for (const [position, partner] of (['contoso', 'contoso', 'contoso', 'adatum'] as CompanyKey[]).entries())
    await giveCustomer(world.db, partner, id(position), `Deed ${position}`, 'reseller', {
      reseller_id: partner === 'contoso' ? organizationId('litware') : null, dap: position === 2,
    })
  if (round === 0) {
    await giveCustomer(world.db, 'contoso', tenantId('tailspin'), 'Tailspin Toys', 'reseller', { dap: true })
    await giveCustomer(world.db, 'adatum', tenantId('tailspin'), 'Tailspin Toys')
    await giveCustomer(world.db, 'contoso', tenantId('lucerne'), 'Lucerne Livros', 'reseller', { basis: 'said_by_partner' })
  }
  const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
  const gdap = async (name: string, status: 'created' | 'approvalPending' | 'active' | 'terminated') =>
    (await giveGdap(world.db, 'contoso', {
      // Counts among the customer's requests of that day.
      displayName: named(name), customer: tailspin, status, lastModifiedDateTime: world.now().toISOString(),
    })).id
  const domain = async (of: string) => {
    const json = { domain: `${of}-${round}.example` }
    await (await world.as('provider.admin'))('/organization/domains', { json })
    return json.domain
  }
  const standing = await gdap('Deed-Standing', 'active')
  const group = await giveGroup(world.db, 'contoso', named('Deeds'))
  const assign = (changes: Parameters<typeof giveAssignment>[3] = {}) => giveAssignment(world.db, 'contoso', standing, changes)
  const assignments = [await assign({ roles: [] }), await assign()]
  const logo = (width: number) => ({ picture: base64(pngBytes(width, 20)) })
  await (await world.as('direct.admin'))('/organization/logo', { method: 'PUT', json: logo(20), headers: anyVersion })
  const made = async (path: string, json: object) => {
    const answer = await (await world.as('provider.admin'))(path, { json })
    return ((await answer.json()) as { id: string }).id
  }
  const template = (name: string) => made('/delegated-admin/templates', { name: named(name), roles: [leastRoleByTask.read_directory] })
  const token = (name: string) =>
    made('/tokens', { name: named(name), kind: 'service', scopes: ['read'], expiresInDays: 30, roles: ['admin_agent'] })
  // There is a limit to them.
  await world.db.deleteFrom('webhooks').where('url', 'like', 'https://deed%').execute()
  const hook = (of: string) => made('/webhooks', { url: `https://deed-${of}.example/`, events: ['partnership-requested'] })
  const tested = await hook('tested')
  const redelivered = await made(`/webhooks/${tested}/test`, {})
  await world.db.updateTable('webhook_deliveries').set({ state: 'dead' }).where('id', '=', redelivered).execute()
  const claim = `${csv}${tenantId('lucerne')},Lucerne,lucerne.example,Cloud Reseller\n`
  const claiming = { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: claim }
  await (await world.as('provider-br.admin'))('/customers/import', claiming)
  await world.db.updateTable('customer_claims').set({ disputed_at: world.now().toISOString(), disputed_by: 'Lucerne' })
    .where('partner_id', '=', organizationId('contoso')).where('tenant_id', '=', tenantId('lucerne')).execute()
  const unsubscribed = await invite(addressed)
  const unsubscribing = { partnerId: organizationId('contoso'), invitationId: unsubscribed.id }
  const relationships = '/delegated-admin/relationships'
  const [open, worded] = [await link(), await invite()]
  const carried = await invite(through)
  const waiting = await gdap('Deed-Read', 'approvalPending')
  const unsubscribe = `${unsubscribing.partnerId}/${unsubscribed.id}/${await unsubscribeTokenOf(secretOfTests, unsubscribing)}`
  const reader = { organizationId: organizationId('contoso'), userId: personId(1), kind: 'invitations' }
  const ofReader = `${reader.organizationId}/${reader.userId}/${reader.kind}`
  const noticesOff = `/mail/unsubscribe/${ofReader}/${await noticesTokenOf(secretOfTests, reader)}`
  const admin = { by: 'provider.admin', headers: anyVersion } as const
  const sessionOf = async (person: Person) => {
    const { items } = (await (await (await world.as(person))('/session/sessions')).json()) as { items: { id: string }[] }
    return items[0]?.id ?? ''
  }
  const seller = { by: 'provider.sales' } as const
  const buyer = { by: 'newcustomer.globaladmin' } as const
  const row = (key: RouteKey) => isolation[key] as { body?: unknown }

  return {
    'POST /session': { ...seller, body: { persona: 'provider.sales' } },
    'DELETE /session': seller,
    'DELETE /session/sessions': { by: 'provider.helpdesk' },
    'DELETE /session/sessions/{id}': { ...seller, path: `/session/sessions/${await sessionOf('provider.sales')}` },
    'POST /customers/import': { ...seller, body: `${csv}${id(9)},Deed,deed.example,Cloud Reseller\n`, type: 'text/csv' },
    'PUT /customers/{id}/tags': { ...admin, path: `/customers/${id(0)}/tags`, body: { tags: [`Deed ${round}`] } },
    'PATCH /customers/{id}': { ...admin, path: `/customers/${id(0)}`, body: { alias: `Deed ${round}`, notes: 'Calls on Mondays.' } },
    'POST /customers/{id}/agreement': {
      ...seller, path: `/customers/${id(0)}/agreement`, body: row('POST /customers/{id}/agreement').body,
    },
    'POST /customers/{id}/remove-relationship': { ...admin, path: `/customers/${id(1)}/remove-relationship`, body: {} },
    'POST /customers/{id}/ask-admin-rights': { ...admin, path: `/customers/${id(2)}/ask-admin-rights`, body: {} },
    'POST /customers/{id}/extend-relationship': {
      by: 'direct.admin', path: `/customers/${id(3)}/extend-relationship`,
      body: { providerId: organizationId('wideworld'), customerConsents: true },
    },
    'POST /my-partners/{partnerId}/dispute': {
      by: 'newcustomer-br.globaladmin', path: `/my-partners/${organizationId('wideworld')}/dispute`,
    },
    'POST /my-partners/{partnerId}/withdraw-dispute': {
      by: 'newcustomer-br.globaladmin', path: `/my-partners/${organizationId('contoso')}/withdraw-dispute`,
    },
    'POST /my-partners/{partnerId}/remove-delegated-admin': {
      by: 'customer.globaladmin', path: `/my-partners/${organizationId('contoso')}/remove-delegated-admin`,
    },
    'POST /my-partners/{partnerId}/grant-delegated-admin': {
      by: 'customer.globaladmin', path: `/my-partners/${organizationId('adatum')}/grant-delegated-admin`,
    },
    'POST /partnerships': { ...admin, body: { partnerId: partnerIdOf('proseware') } },
    'POST /partnerships/{id}/authorize': {
      by: 'reseller2.globaladmin', path: `/partnerships/${partnershipId(1)}/authorize`, body: { consent: true },
    },
    'POST /partnerships/{id}/remove': { ...admin, by: 'direct-de.admin', path: `/partnerships/${partnershipId(2)}/remove`, body: {} },
    ...(await resellerDeeds(world, { tenantId: id(8), displayName: named('Deed reseller') })),
    'POST /invitations': { ...seller, body: draft() },
    'POST /invitations/bulk': { ...seller, body: { dryRun: false, items: [{ key: named('deed'), ...draft() }] } },
    'POST /invitations/{id}/message': { ...seller, path: `/invitations/${worded.id}/message`, body: { text: worded.link } },
    'PUT /message-templates/{language}': {
      ...seller, path: '/message-templates/de', body: { subject: 'Hello', text: 'Please read {link}' },
    },
    'DELETE /message-templates/{language}': { ...seller, path: '/message-templates/ko' },
    'POST /invitations/{id}/send': { ...seller, path: `/invitations/${(await invite(addressed)).id}/send` },
    'POST /invitations/{id}/forward': {
      by: 'reseller.admin', path: `/invitations/${(await invite(through)).id}/forward`, body: { email: 'admin@northwind.example' },
    },
    'POST /invitations/{id}/reissue': { ...seller, path: `/invitations/${(await invite()).id}/reissue` },
    'POST /invitations/{id}/link': { ...seller, path: `/invitations/${(await invite()).id}/link` },
    'POST /invitations/{id}/withdraw': { ...seller, path: `/invitations/${(await invite()).id}/withdraw` },
    'POST /invitations/{id}/remind': { ...seller, path: `/invitations/${reminded}/remind` },
    'POST /mail/unsubscribe/{partnerId}/{invitationId}/{token}': { ...buyer, path: `/mail/unsubscribe/${unsubscribe}` },
    'GET /mail/unsubscribe/{partnerId}/{invitationId}/{token}': { ...buyer, path: `/mail/unsubscribe/${unsubscribe}` },
    'POST /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}': { ...buyer, path: noticesOff },
    'GET /mail/unsubscribe/{organizationId}/{userId}/{kind}/{token}': { ...buyer, path: noticesOff },
    'GET /invitations/{id}/message': { by: 'reseller.admin', path: `/invitations/${carried.id}/message` },
    'GET /invitations/{id}/text': { ...seller, path: `/invitations/${worded.id}/text?language=ko` },
    'GET /delegated-admin/relationships/{id}/message': { ...admin, path: `${relationships}/${waiting}/message` },
    'GET /delegated-admin/access': { ...admin, path: `/delegated-admin/access?groupId=${group}&customerTenantId=${tailspin.tenantId}` },
    'PUT /audit/settings': { ...admin, body: { retentionDays: 365 } },
    'PUT /reminder-settings': { ...seller, body: { days: [2, 5], noteToMaker: true } },
    'POST /organization/domains': { ...admin, body: { domain: `deed-${round}.example` } },
    'POST /organization/domains/{domain}/verify': {
      ...admin, path: `/organization/domains/${await domain('prove')}/verify`, body: { pretend: true },
    },
    'DELETE /organization/domains/{domain}': { ...admin, path: `/organization/domains/${await domain('remove')}` },
    'PUT /organization/logo': { ...admin, body: logo(20 + round) },
    'DELETE /organization/logo': { by: 'direct.admin', path: '/organization/logo', headers: anyVersion },
    'PATCH /organization': { ...admin, body: { timeZone: 'Asia/Seoul', language: 'ko' }, headers: anyVersion },
    'GET /acceptance/{token}': { ...buyer, path: `/acceptance/${open.token}` },
    'POST /acceptance/{token}/open': { ...buyer, path: `/acceptance/${open.token}/open` },
    'POST /acceptance/{token}/accept': { ...buyer, path: `/acceptance/${(await link()).token}/accept`, body: { agreementAccepted: true } },
    'POST /acceptance/{token}/decline': { ...buyer, path: `/acceptance/${(await link()).token}/decline`, body: {} },
    'POST /acceptance/{token}/hand-over': {
      by: 'newcustomer.user', path: `/acceptance/${(await link()).token}/hand-over`, body: { email: 'admin@northwind.example' },
    },
    'POST /acceptance/{token}/question': { ...buyer, path: `/acceptance/${(await link()).token}/question`, body: { text: 'Who?' } },
    'POST /receipts/{id}/confirm': { ...buyer, path: `/receipts/${(await accepted()).id}/confirm`, body: {} },
    'POST /delegated-admin/relationships': {
      ...admin, body: { displayName: named('Deed-New'), duration: 'P30D', accessDetails: { unifiedRoles: roles } },
    },
    'PATCH /delegated-admin/relationships/{id}': {
      ...admin, path: `${relationships}/${await gdap('Deed-Patch', 'created')}`, body: { duration: 'P60D' },
    },
    'DELETE /delegated-admin/relationships/{id}': { ...admin, path: `${relationships}/${await gdap('Deed-Delete', 'created')}` },
    'POST /delegated-admin/relationships/{id}/requests': {
      ...admin, path: `${relationships}/${await gdap('Deed-End', 'active')}/requests`, body: { action: 'terminate' },
    },
    'POST /delegated-admin/relationships/{id}/approve': {
      by: 'customer.globaladmin', headers: anyVersion, path: `${relationships}/${await gdap('Deed-Approve', 'approvalPending')}/approve`,
    },
    'POST /delegated-admin/relationships/{id}/send': {
      ...admin, path: `${relationships}/${await gdap('Deed-Send', 'approvalPending')}/send`, body: { email: 'admin@tailspin.example' },
    },
    'POST /delegated-admin/relationships/{id}/access-assignments': {
      ...admin, path: `${relationships}/${standing}/access-assignments`,
      body: { accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup' }, accessDetails: { unifiedRoles: roles } },
    },
    'PATCH /delegated-admin/relationships/{id}/access-assignments/{aid}': {
      ...admin, path: `${relationships}/${standing}/access-assignments/${assignments[0]}`, body: { accessDetails: { unifiedRoles: roles } },
    },
    'DELETE /delegated-admin/relationships/{id}/access-assignments/{aid}': {
      ...admin, path: `${relationships}/${standing}/access-assignments/${assignments[1]}`,
    },
    'POST /delegated-admin/auto-extend': {
      ...admin, body: { ids: [standing], autoExtendDuration: 'P180D' },
    },
    'POST /delegated-admin/templates': { ...admin, body: { name: named('Deed new'), roles: [leastRoleByTask.read_directory] } },
    'PUT /delegated-admin/templates/{id}': {
      ...admin, path: `/delegated-admin/templates/${await template('Deed put')}`,
      body: { name: named('Deed put again'), roles: [leastRoleByTask.read_directory] },
    },
    'DELETE /delegated-admin/templates/{id}': { ...admin, path: `/delegated-admin/templates/${await template('Deed delete')}` },
    ...(await peopleDeeds(world, named)),
    'POST /tokens': { ...admin, body: { name: named('Deed token'), kind: 'personal', scopes: ['read'], expiresInDays: 30 } },
    'DELETE /tokens/{id}': { ...admin, path: `/tokens/${await token('Deed service')}` },
    'PUT /notices': { ...admin, body: { choices: [{ kind: 'answers', how: 'at_once' }] }, headers: anyVersion },
    'POST /webhooks': { ...admin, body: { url: 'https://deed-new.example/', events: ['invitation-opened'] } },
    'DELETE /webhooks/{id}': { ...admin, path: `/webhooks/${await hook('removed')}` },
    'POST /webhooks/{id}/test': { ...admin, path: `/webhooks/${tested}/test` },
    'POST /webhooks/{id}/deliveries/{did}/redeliver': { ...admin, path: `/webhooks/${tested}/deliveries/${redelivered}/redeliver` },
    'POST /delegated-admin/bulk': {
      ...admin,
      body: {
        dryRun: false,
        items: [{
          key: named('one'), customerTenantId: id(0), displayName: named('Deed-Bulk'), duration: 'P30D',
          accessDetails: { unifiedRoles: roles },
        }],
      },
    },
    'POST /delegated-admin/dap/move': { ...admin, body: { dryRun: false, customerTenantIds: [id(2)], templateId: 'account_manager' } },
  }
}

/** An invitation that waits long enough for a reminder. */
async function sent(world: World): Promise<string> {
  const sales = await world.as('provider.sales')
  const made = await sales('/invitations', { json: draft({ customer: { email: 'admin@northwind.example' } }) })
  const { id: invitation } = (await made.json()) as InvitationWithLink
  await sales(`/invitations/${invitation}/send`, { method: 'POST' })
  world.wait(4 * 24 * 60 * 60 * 1000)
  return invitation
}
