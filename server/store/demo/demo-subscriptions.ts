import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { SubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { demoId } from './demo-ids.ts'
import { demoCustomers, demoOrganizations as at, demoOtherPartners as others } from './demo-organizations.ts'
import {
  azure, type Bought, contoso, dynamics, metered, microsoft, office, operator, outside, partner, throughLitware, trey,
} from './demo-sellers.ts'
import { ofTailspin } from './tailspin-subscriptions.ts'

const { relecloud, southridge, vanArsdel, munson, consolidated, humongous, blueYonder } = demoCustomers
const woodgrove = { seller: partner(at.woodgrove), ofRecord: at.woodgrove }
const firstUp = { seller: partner(others.firstUp), ofRecord: others.firstUp }
const fabrikam = { seller: partner(at.fabrikam), ofRecord: at.fabrikam }
const systemhaus = { seller: partner(others.southridgeGermany), ofRecord: others.southridgeGermany }
const adatum = { seller: partner(at.adatum), ofRecord: at.adatum }

const ofOthers: readonly (readonly [Organization, ...Bought])[] = [
  [relecloud, 'Microsoft 365 Business Standard', ...office, 'csp', { ...contoso, quantity: 60, endsInDays: 20 }],
  // Contradictory on purpose: it has no seller.
  [relecloud, 'Office 365 E3', ...office, 'open', { seller: null, quantity: 10, endsInDays: 90 }],
  [southridge, 'Microsoft 365 Business Basic', ...office, 'csp', { ...contoso, quantity: 9, status: 'suspended', endsInDays: 15 }],
  [southridge, 'Azure plan', ...azure, 'csp', { ...metered, ...contoso, status: 'deleted' }],
  [southridge, 'Exchange Online (Plan 2)', ...office, 'microsoft_direct', { seller: microsoft, quantity: 9, endsInDays: 280 }],
  [vanArsdel, 'Azure plan', ...azure, 'csp', { ...metered, ...contoso }],
  [vanArsdel, 'Azure plan, shop', ...azure, 'csp', { ...metered, ...trey }],
  [vanArsdel, 'Microsoft 365 E3', ...office, 'ea', { seller: outside('Humongous Licensing'), quantity: 120, endsInDays: 400 }],
  [munson, 'Microsoft 365 Business Premium', ...office, 'csp', { ...throughLitware, quantity: 22, endsInDays: 300 }],
  [consolidated, 'Microsoft 365 Business Premium', ...office, 'csp', { ...adatum, quantity: 70, endsInDays: 110 }],
  [consolidated, 'Azure plan', ...azure, 'csp', { ...metered, ...adatum }],
  [consolidated, 'Dynamics 365 Finance', ...dynamics, 'microsoft_direct', { seller: microsoft, quantity: 20, endsInDays: 55 }],
  [humongous, 'Office 365 E3', ...office, 'csp', { ...fabrikam, quantity: 200, endsInDays: 160 }],
  [humongous, 'Dynamics 365 Sales', ...dynamics, 'csp', { ...systemhaus, quantity: 30, endsInDays: 80 }],
  [humongous, 'Exchange Online (Plan 1)', ...office, 'csp', { ...systemhaus, quantity: 40, endsInDays: 220 }],
  [humongous, 'Office Professional Plus', ...office, 'open', { seller: outside('Liberty Software'), quantity: 25, endsInDays: 140 }],
  [humongous, 'Azure, Enterprise Agreement', ...azure, 'ea', { ...metered, seller: outside('Humongous Licensing') }],
  [humongous, 'Power BI Pro', ...office, 'microsoft_direct', { seller: microsoft, quantity: 12, endsInDays: 70 }],
  [blueYonder, 'Office 365 E3', ...office, 'csp', { ...woodgrove, quantity: 90, endsInDays: 130 }],
  [blueYonder, 'Dynamics 365 Sales', ...dynamics, 'csp', { ...firstUp, quantity: 16, endsInDays: 205 }],
  [blueYonder, 'Exchange Online (Plan 1)', ...office, '21vianet_direct', { seller: operator, quantity: 30, endsInDays: 60 }],
  [blueYonder, 'Office 365 E1', ...office, 'advisor', { ...woodgrove, quantity: 12, endsInDays: 41 }],
  [blueYonder, 'Project Online', ...office, 'advisor', { ...firstUp, quantity: 5, endsInDays: 66 }],
]

const day = 24 * 60 * 60 * 1000

/** What the scene's customers have bought; times count from `now`. */
export function demoSubscriptions(now: Date): { tenantId: string; facts: SubscriptionFacts }[] {
  const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString()
  const bought = [...ofTailspin.map((each) => [at.tailspin, ...each] as const), ...ofOthers]
  return bought.map(([{ tenantId }, offerName, service, billingType, channel, terms], position) => {
    const { endsInDays = 365, startedDaysAgo = 365 - (endsInDays ?? 0), cancellableForDays, status = 'active' } = terms
    return {
      tenantId,
      facts: {
        id: demoId('subscription', position + 1),
        offerName,
        service,
        quantity: terms.quantity ?? 1,
        status,
        billingType,
        channel,
        seller: terms.seller,
        partnerId: terms.ofRecord?.partnerId ?? null,
        termDuration: endsInDays === null ? null : startedDaysAgo + endsInDays > 366 ? 'P3Y' : 'P1Y',
        billingCycle: terms.kind === 'software' ? 'one_time' : 'monthly',
        effectiveStartDate: inDays(-Math.max(startedDaysAgo, 0)),
        commitmentEndDate: endsInDays === null ? null : inDays(endsInDays),
        cancellationAllowedUntilDate: cancellableForDays === undefined ? null : inDays(cancellableForDays),
        autoRenewEnabled: status === 'active' && endsInDays !== null,
        kind: terms.kind ?? 'subscription',
      },
    }
  })
}
