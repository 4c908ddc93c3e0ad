import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { giveSubscription } from './bought.ts'
import { type CompanyKey, organizationId, partnerIdOf, type Person, tenantId } from './people.ts'
import { type Call, draft, giveCustomer, tokenIn, type World } from './world.ts'

/** Three markets whose partners share customers. */
const markets = [
  {
    customers: ['customer.globaladmin', 'newcustomer.globaladmin'],
    partners: ['contoso', 'litware', 'proseware'],
    makers: ['provider.admin'],
    through: ['litware', 'proseware'],
  },
  {
    customers: ['newcustomer-br.globaladmin'],
    partners: ['adatum', 'wideworld'],
    makers: ['direct.admin', 'provider-br.admin'],
    through: ['adatum'],
  },
  {
    customers: ['customer-cn.globaladmin'],
    partners: ['woodgrove', 'firstup', 'alpine'],
    makers: ['provider-cn.admin', 'direct-cn.admin'],
    through: ['alpine'],
  },
] as const satisfies readonly {
  customers: readonly Person[]
  partners: readonly CompanyKey[]
  makers: readonly Person[]
  through: readonly CompanyKey[]
}[]

const tenantOf = {
  'customer.globaladmin': 'tailspin',
  'newcustomer.globaladmin': 'northwind',
  'newcustomer-br.globaladmin': 'lucerne',
  'customer-cn.globaladmin': 'margie',
} as const
const agentOf: Record<string, Person> = {
  contoso: 'provider.admin',
  litware: 'reseller.admin',
  proseware: 'reseller2.admin',
  adatum: 'direct.admin',
  wideworld: 'provider-br.admin',
  woodgrove: 'provider-cn.admin',
  firstup: 'direct-cn.admin',
  alpine: 'reseller-cn.admin',
}

export const verbs = [
  'invite', 'invite through', 'invite anybody', 'send', 'forward', 'open', 'hand over', 'ask back', 'accept', 'decline', 'reissue',
  'withdraw', 'grant', 'take', 'ask', 'attest', 'extend', 'leave', 'import', 'request partnership', 'authorize partnership',
  'end partnership',
] as const
export type Verb = (typeof verbs)[number]

/** One deed; `pick` chooses its subject. */
export type Deed = { verb: Verb; market: number; pick: number }

type Made = { id: string; link: string; market: number; maker: Person }

/** Does deeds in order and remembers the invitations made. */
export function doer(world: World) {
  const made: Made[] = []
  const calls = new Map<Person, Call>()
  const as = async (person: Person): Promise<Call> => {
    const call = calls.get(person) ?? (await world.as(person))
    calls.set(person, call)
    return call
  }
  const post = async (person: Person, path: string, json: unknown = {}) => (await as(person))(path, { json })

  return async ({ verb, market: number, pick }: Deed): Promise<Response | undefined> => {
    const market = markets[number % markets.length] ?? markets[0]
    const one = <Value>(values: readonly Value[], by = pick): Value | undefined => values[by % values.length]
    const customer: Person = one<Person>(market.customers) ?? 'customer.globaladmin'
    const tenant = tenantId(tenantOf[customer as keyof typeof tenantOf])
    const partner = one<CompanyKey>(market.partners) ?? 'contoso'
    const agent = agentOf[partner] ?? 'provider.admin'
    const invitation = one(made.filter((each) => each.market === number % markets.length))
    const onInvitation = (person: Person | undefined, rest: string, json: unknown = {}) =>
      invitation && person && post(person, `/invitations/${invitation.id}/${rest}`, json)
    const onLink = (rest: string, json: unknown = {}) =>
      invitation && post(customer, `/acceptance/${tokenIn(invitation.link)}/${rest}`, json)

    const make = async (changes: Record<string, unknown>) => {
      const maker = one<Person>(market.makers) ?? 'provider.admin'
      const includeDap = maker.includes('-cn')
      const answer = await post(maker, '/invitations', draft({ includeDap, ...changes }))
      if (answer.status === 201) {
        const { id, link } = (await answer.clone().json()) as InvitationWithLink
        made.push({ id, link, market: number % markets.length, maker })
      }
      return answer
    }
    const onPartnership = async (person: Person, rest: string, json: unknown = {}) => {
      const { items } = (await (await (await as(person))('/partnerships')).json()) as Page<Partnership>
      const found = one(items)
      return found && post(person, `/partnerships/${found.id}/${rest}`, json)
    }

    switch (verb) {
      case 'invite':
        return make({ customer: { tenantId: tenant }, services: pick % 2 ? ['microsoft365'] : [] })
      case 'invite through':
        return make({ delivery: 'via_reseller', resellerId: organizationId(one<CompanyKey>(market.through) ?? 'litware') })
      case 'invite anybody':
        return make({ reusable: true })
      case 'send':
        return onInvitation(invitation?.maker, 'send')
      case 'forward':
        return onInvitation(agent, 'forward', { email: 'somebody@customer.example' })
      case 'open':
      case 'decline':
        return onLink(verb)
      case 'hand over':
        return onLink('hand-over', { email: 'somebody@customer.example' })
      case 'ask back':
        return onLink('question', { text: 'Why?' })
      case 'accept':
        return onLink('accept', { agreementAccepted: true })
      case 'reissue':
        return reissued(await onInvitation(invitation?.maker, 'reissue'), invitation)
      case 'withdraw':
        return onInvitation(invitation?.maker, 'withdraw')
      case 'grant':
        return post(customer, `/my-partners/${organizationId(partner)}/grant-delegated-admin`)
      case 'take':
        return post(customer, `/my-partners/${organizationId(partner)}/remove-delegated-admin`)
      case 'ask':
        return post(agent, `/customers/${tenant}/ask-admin-rights`)
      case 'attest':
        return post(agent, `/customers/${tenant}/agreement`, {
          firstName: 'A',
          lastName: 'B',
          email: 'a@b.example',
          dateAgreed: '2026-03-01',
        })
      case 'extend':
        return post('direct.admin', `/customers/${tenantId('lucerne')}/extend-relationship`, {
          providerId: organizationId('wideworld'),
          customerConsents: true,
        })
      case 'leave':
        return post(agent, `/customers/${tenant}/remove-relationship`)
      case 'import':
        return (await as(agent))('/customers/import?dryRun=false', {
          method: 'POST',
          headers: { 'Content-Type': 'text/csv' },
          body: `Microsoft ID,Company name,Primary domain name,Relationship\n${tenant},Renamed ${pick},renamed.example,Cloud Reseller\n`,
        })
      case 'request partnership':
        return post('provider.admin', '/partnerships', { partnerId: partnerIdOf('proseware') })
      case 'authorize partnership':
        return onPartnership('reseller2.globaladmin', 'authorize', { consent: true })
      case 'end partnership':
        return onPartnership(one<Person>(['provider.admin', 'provider-cn.admin', 'provider-br.admin']) ?? 'provider.admin', 'remove')
    }
  }
}

/** The old link is dead; later deeds use the new one. */
async function reissued(answer: Response | undefined, invitation: Made | undefined): Promise<Response | undefined> {
  if (answer?.ok && invitation) invitation.link = ((await answer.clone().json()) as InvitationWithLink).link
  return answer
}

/** What the customers have at first: subscriptions of several partners and channels, and former partners. */
export async function furnish(world: World): Promise<void> {
  const { db } = world
  await giveCustomer(db, 'contoso', tenantId('tailspin'), 'Tailspin Toys', 'reseller', {
    reseller_id: organizationId('litware'),
    dap: true,
  })
  await giveCustomer(db, 'litware', tenantId('tailspin'), 'Tailspin Toys', 'reseller', {
    owner_id: organizationId('contoso'),
    reseller_id: organizationId('litware'),
  })
  await giveCustomer(db, 'adatum', tenantId('lucerne'), 'Lucerne Livros', 'reseller', { country: 'BR' })
  await giveCustomer(db, 'firstup', tenantId('margie'), 'Margie Travel', 'reseller', { country: 'CN', dap: true })
  const outside = { organizationId: null, displayName: 'Fourth Coffee', inCsp: false, isSyndication: false }
  for (const key of ['tailspin', 'northwind', 'lucerne', 'margie'] as const) {
    await giveSubscription(db, tenantId(key), key === 'margie' ? 'firstup' : 'adatum', { partnerId: partnerIdOf('litware') })
    await giveSubscription(db, tenantId(key), 'contoso', { channel: 'advisor', seller: outside, partnerId: null })
    await giveSubscription(db, tenantId(key), 'contoso', { status: 'suspended', service: 'dynamics365' })
  }
}

/** Reads everything that a further partner does not change (statements 25–28). */
export async function unchangeable({ db }: World) {
  const [subscriptions, accounts, owners] = await Promise.all([
    db.selectFrom('subscriptions').selectAll().orderBy('tenant_id').orderBy('id').execute(),
    db.selectFrom('organizations').selectAll().orderBy('id').execute(),
    db
      .selectFrom('customers')
      .select(['partner_id', 'id', 'owner_id'])
      .whereRef('owner_id', '=', 'partner_id')
      .orderBy('partner_id')
      .orderBy('id')
      .execute(),
  ])
  return { subscriptions, accounts, owners }
}
