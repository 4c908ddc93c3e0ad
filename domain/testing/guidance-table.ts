import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import de from '../../locales/de/subscriptions.json' with { type: 'json' }
import en from '../../locales/en/subscriptions.json' with { type: 'json' }
import ko from '../../locales/ko/subscriptions.json' with { type: 'json' }
import ptBR from '../../locales/pt-BR/subscriptions.json' with { type: 'json' }
import ru from '../../locales/ru/subscriptions.json' with { type: 'json' }
import zhHans from '../../locales/zh-Hans/subscriptions.json' with { type: 'json' }
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud } from '../organizations/kinds.ts'
import type { Locale } from '../session/locales.ts'
import type { AskerFacts } from '../subscriptions/asker.ts'
import type { Channel } from '../subscriptions/channels.ts'
import { guidanceFor } from '../subscriptions/guidance.ts'
import type { GuidanceAnswer, Seller } from '../subscriptions/schemas.ts'
import { checkSubscriptionFacts, type SubscriptionFacts } from '../subscriptions/subscription.ts'

const now = '2026-03-01T00:00:00.000Z'

const ids = { me: '01900000-0000-7000-8000-000000000001', provider: '01900000-0000-7000-8000-000000000002' }

const seller = (displayName: string, changes: Partial<Seller> = {}): Seller => ({
  organizationId: null, displayName, inCsp: false, isSyndication: false, ...changes,
})

export const me = seller('Contoso Distribution', { organizationId: ids.me, inCsp: true })
export const myProvider = seller('Wide World Importers', { organizationId: ids.provider, inCsp: true })
export const partner = seller('Adatum Direct', { organizationId: '01900000-0000-7000-8000-000000000003', inCsp: true })
export const partnerElsewhere = seller('Lucerne Cloud', { inCsp: true })
export const outside = seller('Fourth Coffee')
export const syndication = seller('City Power Telecom', { isSyndication: true })
export const microsoft = seller('Microsoft')
export const operator = seller('21Vianet')

const asks = (changes: Partial<AskerFacts>): AskerFacts => ({
  organizationId: ids.me, providerId: null, hasRelationship: true, rights: { dap: false, gdap: false }, hasAskedForGdap: false,
  billedByMicrosoft: true, ...changes,
})

/** An owner, or a reseller that works through its provider, with what the customer has given it. */
export const owner = asks({})
export const reseller = asks({ billedByMicrosoft: false, providerId: ids.provider })
export const without = (asker: AskerFacts): AskerFacts => ({ ...asker, hasRelationship: false })
export const withDap = (asker: AskerFacts): AskerFacts => ({ ...asker, rights: { dap: true, gdap: false } })
export const waiting = (asker: AskerFacts): AskerFacts => ({ ...asker, hasAskedForGdap: true })
export const withGdap = (asker: AskerFacts): AskerFacts => ({ ...asker, rights: { dap: false, gdap: true } })

const license: SubscriptionFacts = {
  id: '01900000-0000-7000-8000-0000000000aa',
  offerName: 'Productivity E3',
  service: 'microsoft365',
  quantity: 25,
  status: 'active',
  billingType: 'license',
  channel: 'csp',
  seller: partner,
  partnerId: null,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  effectiveStartDate: '2025-01-01T00:00:00.000Z',
  commitmentEndDate: '2026-06-01T00:00:00.000Z',
  cancellationAllowedUntilDate: null,
  autoRenewEnabled: true,
  kind: 'subscription',
}
export const azure = { service: 'azure', billingType: 'usage', termDuration: null, commitmentEndDate: null } as const
export const software = { kind: 'software', termDuration: null, commitmentEndDate: null } as const
export const reservation = { ...azure, kind: 'reservation' } as const

/** Points in time that change an answer. */
export const times = {
  runs: {},
  endUnknown: { commitmentEndDate: null },
  cancellable: { cancellationAllowedUntilDate: '2026-03-05T00:00:00.000Z' },
  notCancellable: { cancellationAllowedUntilDate: '2025-06-08T00:00:00.000Z' },
  endedLately: { status: 'expired', commitmentEndDate: '2026-02-15T00:00:00.000Z' },
  endedLongAgo: { status: 'expired', commitmentEndDate: '2026-01-15T00:00:00.000Z' },
  deleted: { status: 'deleted' },
} as const satisfies Record<string, Partial<SubscriptionFacts>>

const sellersOf: Record<Channel, readonly Seller[]> = {
  csp: [me, myProvider, partner],
  microsoft_direct: [microsoft],
  '21vianet_direct': [operator],
  advisor: [me, partner, outside],
  open: [outside],
  ea: [outside],
  third_party: [outside, partnerElsewhere, partner, syndication],
}

const askers = [owner, reseller].flatMap((asker) =>
  [asker, without(asker)].flatMap((each) =>
    [each, waiting(each), withDap(each), withGdap(each), { ...each, rights: { dap: true, gdap: true } }]),
)

type Situation = { facts: SubscriptionFacts; asker: AskerFacts }

/**
 * Everything that can occur in a cloud: seller × channel × billing × kind × time × asker with its relationship and rights. No reseller
 * sells in CSP itself, and nobody has GDAP where the cloud has none.
 */
export const situations = (cloud: Cloud): Situation[] =>
  cloudPolicies[cloud].channels
    .flatMap((channel) => sellersOf[channel].map((from) => ({ ...license, channel, seller: from })))
    .flatMap((facts) => [{}, azure, software, reservation].map((kind) => ({ ...facts, ...kind })))
    .flatMap((facts) => Object.values(times).map((time) => ({ ...facts, ...time })))
    .filter((facts) => checkSubscriptionFacts(facts, cloudPolicies[cloud], true).allowed)
    .flatMap((facts) => askers.map((asker) => ({ facts, asker })))
    .filter(({ facts, asker }) => asker.billedByMicrosoft || facts.channel !== 'csp' || facts.seller !== me)
    .filter(({ asker }) => !(asker.rights.gdap || asker.hasAskedForGdap) ||
      ['available', 'undocumented'].includes(cloudPolicies[cloud].granularAdmin))

export const answersIn = (cloud: Cloud, { facts, asker }: Situation): GuidanceAnswer[] =>
  guidanceFor(facts, asker, cloudPolicies[cloud], now).answers

/** Two situations with the same codes read the same but for names and dates. */
export const codesOf = (answer: GuidanceAnswer): string => {
  const { question, verdict, because } = answer
  const done = 'steps' in answer ? ['steps', ...answer.steps.map(({ code }) => code)] : ['or', ...answer.waysOut.map(({ code }) => code)]
  return [question, verdict.answer, verdict.code, ...done, ...because.map(({ code, rule }) => `${code} ${rule}`)].join(' ')
}

const catalogues: Record<Locale, Record<string, string>> = { en, ko, ru, 'pt-BR': ptBR, de, 'zh-Hans': zhHans }
const words = setupI18n({ messages: catalogues })
words.setMessagesCompiler(compileMessage)

function say(id: string, locale: Locale, params: Record<string, string | number> = {}): string {
  words.activate(locale)
  const { date } = params
  const day = typeof date === 'string' && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
  return words.t(id, day ? { ...params, date: day } : params)
}

/** Writes an answer as it is read: the verdict, numbered steps or ways out with dots, then the reasons. */
export function readAloud(answer: GuidanceAnswer, locale: Locale = 'en'): string[] {
  const { verdict, because } = answer
  const word = (id: string, params = {}) => say(`subscriptions.${id}`, locale, params)
  const actions = ('steps' in answer ? answer.steps : answer.waysOut).map(({ code, params }) => word(`do.${code}`, params))
  return [
    `${word(`answer.${verdict.answer}`)}. ${word(`verdict.${verdict.code}`, verdict.params)}`,
    ...actions.map((text, index) => `${'steps' in answer ? `${index + 1}.` : '•'} ${text}`),
    ...because.map(({ code, params, rule }) => `${rule}: ${word(`because.${code}`, params)}`),
  ]
}

export type Row = [title: string, facts: Partial<SubscriptionFacts>, asker: AskerFacts, reads: readonly string[]]

export const answerTo = (question: GuidanceAnswer['question'], cloud: Cloud, facts: Partial<SubscriptionFacts>, asker: AskerFacts) =>
  answersIn(cloud, { facts: { ...license, ...facts }, asker }).find((answer) => answer.question === question)

/** Lists the cloud's answers to these questions that no row holds. */
export function unreadIn(cloud: Cloud, rows: Partial<Record<GuidanceAnswer['question'], readonly Row[]>>): string[][] {
  const questions = Object.keys(rows) as GuidanceAnswer['question'][]
  const told = questions.flatMap((question) =>
    (rows[question] ?? []).flatMap(([, facts, asker]) => answerTo(question, cloud, facts, asker) ?? []),
  )
  const known = new Set(told.map(codesOf))
  const all = situations(cloud).flatMap((situation) => answersIn(cloud, situation).filter(({ question }) => questions.includes(question)))
  const unread = new Map(all.map((answer) => [codesOf(answer), answer]))
  for (const codes of known) unread.delete(codes)
  return [...unread.values()].map((answer) => readAloud(answer))
}
