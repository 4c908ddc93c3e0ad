import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { undescribed } from '../../../domain/customers/description.ts'
import type { Relation } from '../../../domain/customers/relation.ts'
import { refOf } from '../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Basis } from '../../../domain/relationships/basis.ts'
import { dice, tenantIdFrom } from './demo-ids.ts'
import { fictitiousRoots, legalForms, type Script, trades } from './demo-names.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A partner's first customers; `scripts` and the rest are drawn by weight. */
export type CustomerPlan = {
  owner: Organization
  reseller: Organization | null
  count: number
  seed: number
  scripts: readonly (readonly [Script, number])[]
  now: Date
  /** Where customers are, in each script: so many that a list of hundreds of thousands has few of one name. */
  places?: Readonly<Record<Script, readonly string[]>>
}

const relationWeights: readonly (readonly [Relation, number])[] = [
  ['reseller', 78],
  ['advisor', 7],
  ['syndication', 4],
  ['microsoft_support', 3],
  ['none', 4],
  ['unknown', 4],
]
const adminWeights = [['none', 30], ['gdap', 40], ['dap', 18], ['both', 12]] as const
/** Days until GDAP ends: this week, soon, later, and far. */
const endings = [2, 6, 12, 26, 44, 58, 85, 120, 200, 340, 620] as const

export function customersOf(plan: CustomerPlan): CustomerRecord[] {
  const roll = dice(plan.seed)
  return Array.from({ length: plan.count }, (_, position) => customer(plan, position, roll))
}

export function drawn<Value>(weights: readonly (readonly [Value, number])[], roll: () => number): Value {
  let rest = roll() * weights.reduce((sum, [, weight]) => sum + weight, 0)
  const found = weights.find(([, weight]) => (rest -= weight) < 0) ?? weights[0]
  if (!found) throw new Error('There is nothing to draw from')
  return found[0]
}

export const pick = <Value>(values: readonly Value[], roll: () => number): Value => drawn(values.map((value) => [value, 1] as const), roll)

export function customer(
  { owner, reseller, scripts, now, places }: Omit<CustomerPlan, 'count' | 'seed'>, position: number, roll: () => number,
): CustomerRecord {
  const tenantId = tenantIdFrom(roll)
  const script = drawn(scripts, roll)
  const root = fictitiousRoots[position % fictitiousRoots.length] ?? 'Contoso'
  const place = places ? `${pick(places[script], roll)} ` : ''
  const trade = place + (trades[script][Math.floor(position / fictitiousRoots.length) % 12] ?? '')
  const relation = drawn(relationWeights, roll)
  const admin = relation === 'reseller' ? drawn(adminWeights, roll) : 'none'
  const isGranular = admin === 'gdap' || admin === 'both'
  const ago = roll() < 0.2 ? roll() * 20 * 60 * minute : roll() ** 2 * 500 * day
  const basis = basisOf(relation, isGranular || admin === 'dap', position)
  // Otherwise only the oldest customers would have recent entries.
  const since = basis === 'said_by_partner' ? ago : ago + 9 * day
  return {
    id: tenantId,
    companyProfile: {
      tenantId,
      domain: domainFor(root, position, owner.country, roll),
      companyName: `${root} ${trade}${pick(legalForms[script], roll)}`,
    },
    ...undescribed(),
    aliases: roll() < 0.17 ? [`${root} ${pick(trades.latin, roll)} Group`, ...(roll() < 0.3 ? [`Old ${root}`] : [])] : [],
    country: owner.country,
    relationshipToPartner: relation,
    basis,
    disputedAt: null,
    relationshipText: relation === 'unknown' ? pick(['Indirect Customer', '클라우드 재판매인', 'CSP'], roll) : null,
    owner: relation === 'reseller' ? refOf(owner) : null,
    reseller: reseller && relation === 'reseller' && roll() < 0.36 ? refOf(reseller) : null,
    allowDelegatedAccess: admin === 'dap' || admin === 'both',
    gdap: isGranular ? granted(owner, now, roll) : { active: false, nextEndDateTime: null },
    lastEventAt: new Date(now.getTime() - Math.ceil(since / minute) * minute).toISOString(),
    version: 1,
  }
}

/** Most accepted an invitation, some gave rights only, and some are only the partner's word. */
function basisOf(relation: Relation, hasRights: boolean, position: number): Basis {
  if (relation !== 'reseller') return 'said_by_partner'
  if (hasRights) return position % 4 === 1 ? 'granted' : 'accepted'
  return position % 5 === 2 ? 'said_by_partner' : 'accepted'
}

/** GDAP until some day; clouds without GDAP draw all the same, to keep the sequence. */
function granted({ cloud }: Organization, now: Date, roll: () => number): CustomerRecord['gdap'] {
  const end = now.getTime() + pick(endings, roll) * day + Math.floor(roll() * 20) * 60 * minute
  const active = cloudPolicies[cloud].granularAdmin === 'available'
  return { active, nextEndDateTime: active ? new Date(end).toISOString() : null }
}

const ownEndings: Record<string, string> = { KR: 'co.kr.example', BR: 'com.br.example', DE: 'de.example', CN: 'com.cn.example' }

function domainFor(root: string, position: number, country: string, roll: () => number): string {
  const name = `${root.toLowerCase().replaceAll(' ', '')}${position.toString(36)}`
  return roll() < 0.6 ? `${name}.onmicrosoft.com` : `${name}.${ownEndings[country] ?? 'example'}`
}

/** The reseller's rows: its customers, owned by the provider, without admin rights of its own (BR-28). */
export const shareOf = (reseller: Organization, customers: readonly CustomerRecord[]): CustomerRecord[] =>
  customers
    .filter((row) => row.reseller?.id === reseller.id)
    .map((row) => ({
      ...row,
      aliases: [...row.aliases],
      basis: row.basis === 'granted' ? ('accepted' as const) : row.basis,
      allowDelegatedAccess: false,
      gdap: { active: false, nextEndDateTime: null },
    }))
