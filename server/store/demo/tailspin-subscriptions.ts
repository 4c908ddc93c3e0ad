import { demoOrganizations as at } from './demo-organizations.ts'
import {
  azure, type Bought, contoso, dynamics, metered, microsoft, office, outside, partner, throughLitware, trey,
} from './demo-sellers.ts'

/** One of every channel, billing, kind and status that the screens distinguish. */
export const ofTailspin: readonly Bought[] = [
  ['Microsoft 365 Business Premium', ...office, 'csp', { ...contoso, quantity: 40, endsInDays: 120 }],
  ['Microsoft 365 E3', ...office, 'csp', { ...trey, quantity: 25, endsInDays: 210 }],
  ['Dynamics 365 Sales Enterprise', ...dynamics, 'csp', { ...trey, quantity: 12, endsInDays: 75 }],
  ['Exchange Online (Plan 1)', ...office, 'microsoft_direct', { seller: microsoft, quantity: 30, endsInDays: 45 }],
  ['Office 365 E1', ...office, 'advisor', { ...contoso, quantity: 15, endsInDays: 190 }],
  ['Visio Plan 2', ...office, 'advisor', { seller: partner(at.proseware), ofRecord: at.proseware, quantity: 4, endsInDays: 33 }],
  ['Office Standard', ...office, 'open', { seller: outside('Liberty Software'), quantity: 20, startedDaysAgo: 500, endsInDays: 230 }],
  ['Microsoft 365 E5', ...office, 'ea', { seller: outside('Humongous Licensing'), quantity: 80, startedDaysAgo: 600, endsInDays: 495 }],
  ['Azure, Enterprise Agreement', ...azure, 'ea', { ...metered, seller: outside('Humongous Licensing') }],
  ['Azure, through Advisor', ...azure, 'advisor', { ...metered, seller: partner(at.proseware) }],
  ['Azure, pay as you go', ...azure, 'microsoft_direct', { ...metered, seller: microsoft }],
  ['Azure plan', ...azure, 'csp', { ...metered, ...contoso }],
  ['Azure plan, data platform', ...azure, 'csp', { ...metered, ...trey }],
  ['Project Plan 3', ...office, 'third_party', { seller: outside('Fourth Coffee Hosting'), quantity: 6, endsInDays: 88 }],
  ['Power BI Pro', ...office, 'third_party', { seller: outside('Lucerne Cloud', { inCsp: true }), quantity: 18, endsInDays: 61 }],
  [
    'Microsoft 365 Apps',
    ...office,
    'third_party',
    { seller: outside('City Power Telecom', { isSyndication: true }), quantity: 50, endsInDays: 150 },
  ],
  ['Dynamics 365 Customer Service', ...dynamics, 'csp', { ...contoso, quantity: 8, status: 'suspended', endsInDays: 99 }],
  ['Microsoft 365 F3', ...office, 'csp', { ...trey, quantity: 35, status: 'expired', startedDaysAgo: 375, endsInDays: -10 }],
  ['Microsoft Teams Phone', ...office, 'csp', { ...trey, quantity: 35, status: 'expired', startedDaysAgo: 405, endsInDays: -40 }],
  [
    'Dynamics 365 Business Central',
    ...dynamics,
    'csp',
    { ...contoso, quantity: 10, startedDaysAgo: 170, endsInDays: 195, cancellableForDays: -163 },
  ],
  ['Microsoft 365 Copilot', ...office, 'csp', { ...contoso, quantity: 5, startedDaysAgo: 3, endsInDays: 362, cancellableForDays: 4 }],
  [
    'Azure reserved virtual machines',
    ...azure,
    'csp',
    { ...contoso, quantity: 2, startedDaysAgo: 200, endsInDays: 895, kind: 'reservation' },
  ],
  [
    'Windows Server 2025 Standard',
    'windows_server',
    'license',
    'csp',
    { ...contoso, quantity: 3, startedDaysAgo: 260, endsInDays: null, kind: 'software' },
  ],
  ['Microsoft Defender for Business', ...office, 'csp', { ...throughLitware, quantity: 40, endsInDays: 140 }],
]
