import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Seller } from '../../../domain/subscriptions/schemas.ts'
import type { SubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { demoOrganizations as at, demoOtherPartners as others } from './demo-organizations.ts'

type Terms = {
  seller: Seller | null
  ofRecord?: Organization
  quantity?: number
  startedDaysAgo?: number
  /** Days until the term ends, negative after; null without a term. */
  endsInDays?: number | null
  status?: SubscriptionFacts['status']
  /** Days until the cancellation window closes, negative after. */
  cancellableForDays?: number
  kind?: SubscriptionFacts['kind']
}

export type Bought = readonly [
  offerName: string,
  service: string,
  billingType: SubscriptionFacts['billingType'],
  channel: SubscriptionFacts['channel'],
  Terms,
]

export const office = ['microsoft365', 'license'] as const
export const dynamics = ['dynamics365', 'license'] as const
export const azure = ['azure', 'usage'] as const

export const partner = ({ id, displayName }: Organization): Seller => ({
  organizationId: id,
  displayName,
  inCsp: true,
  isSyndication: false,
})
export const outside = (displayName: string, facts: Partial<Seller> = {}): Seller => ({
  organizationId: null,
  displayName,
  inCsp: false,
  isSyndication: false,
  ...facts,
})

export const microsoft = outside('Microsoft')
export const operator = outside('21Vianet')
export const contoso = { seller: partner(at.contoso), ofRecord: at.contoso }
export const throughLitware = { ...contoso, ofRecord: at.litware }
export const trey = { seller: partner(others.trey), ofRecord: others.trey }
export const metered = { endsInDays: null } as const
