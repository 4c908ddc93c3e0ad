import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { demoId } from '../demo-ids.ts'
import { demoCustomers as customers, demoOrganizations as organizations } from '../demo-organizations.ts'
import { demoPeople } from '../demo-people.ts'
import { scene } from '../scene.ts'
import { accept, decline, type Deed, fail, open, reissue, send, type Story, withdraw } from './demo-invitation.ts'

const contoso = { admin: demoPeople['provider.admin'], sales: demoPeople['provider.sales'] }
const litware = { admin: demoPeople['reseller.admin'], sales: demoPeople['reseller.sales'] }

type Made = Partial<Pick<InvitationDraft, 'expiresInDays' | 'note' | 'language'>> & {
  name?: string
  via?: 'litware'
  customer?: Organization
  reusable?: true
  by?: keyof typeof contoso
}

type Row = readonly [madeDaysAgo: number, Made, ...deeds: Deed[]]

const mailOf = (name: string) => `it@${name.toLowerCase().replaceAll(/[^a-z]/g, '') || 'office'}.example`

const forward = (daysAgo: number, name: string, by: keyof typeof litware = 'sales'): Deed =>
  ({ deed: 'forward', daysAgo, by: litware[by], email: mailOf(name) })

const named = ({ tenantId, displayName: companyName, domain }: Organization) => ({ tenantId, companyName, domain, country: 'KR' })

const special: readonly (readonly [{ id: string; note: string }, ...Row])[] = [
  [scene.invitationForTailspin, 1.2, { via: 'litware', customer: organizations.tailspin, by: 'sales' }],
  [scene.overdueInvitation, 19, { expiresInDays: 45, name: 'City Power Energy' }, send(18)],
  [scene.lapsingInvitation, 12, { expiresInDays: 14, name: 'Graphic Design Institute' }, send(11.6)],
  [
    scene.reusableInvitation, 60, { expiresInDays: 180, reusable: true, by: 'admin' },
    send(60), open(52), accept(51, customers.adventure, 'Yerin Gu'), accept(33, customers.fourthCoffee, 'Hyunwoo Ma'),
    accept(9, customers.lamna, 'Dahye Pyo'),
  ],
]

const others: readonly Row[] = [
  [0.1, { name: 'Alpine Ski House', note: 'Met at the partner day' }],
  [0.9, { name: 'Nod Publishers', by: 'admin' }],
  [28, { expiresInDays: 30, name: 'Liberty 식품(주)', note: 'Waits for the new contract' }],
  [2, { name: 'Best For You Organics' }, send(2)],
  [5, { name: 'Woodgrove 은행', language: 'en' }, send(4.7)],
  [24, { expiresInDays: 60, name: 'Humongous 보험(주)', note: 'Second attempt' }, send(23)],
  [29, { expiresInDays: 30, name: 'First Up 컨설팅' }, send(29)],
  [6, { name: 'Coho Vineyard' }, send(6), open(0.2)],
  [17, { name: 'Wingtip 로보틱스', by: 'admin' }, send(16), open(15)],
  [25, { expiresInDays: 27, name: 'Lucerne 미디어', note: 'Opened twice, no decision' }, send(25), open(23), open(20)],
  [90, { name: customers.relecloud.displayName }, send(90), open(88), accept(88, customers.relecloud, 'Chaewon Jin')],
  [41, { customer: customers.southridge }, send(41), accept(38, customers.southridge, 'Minjae Cha')],
  [3, { customer: customers.vanArsdel, note: 'Wants Azure as well' }, send(3), open(2.2), accept(2.1, customers.vanArsdel, 'Jiho Pyeon')],
  [
    400, { customer: organizations.tailspin, by: 'admin' },
    send(400), accept(398, organizations.tailspin, demoPeople['customer.globaladmin'].user.displayName),
  ],
  [
    48, { customer: customers.bellows },
    send(48), open(47), decline(46, customers.bellows, 'Suah Tak', 'We have a contract until the summer.'),
  ],
  [13, { customer: customers.wideWorld }, send(13), open(12), decline(10, customers.wideWorld, 'Woojin Ham', null)],
  [34, { name: 'Munson Pickles' }, send(34), withdraw(30)],
  [8, { name: 'Blue Yonder 항공' }, withdraw(7.9)],
  [45, { expiresInDays: 30, name: 'Trey 연구소', note: 'Nobody answered the phone either' }, send(44)],
  [72, { expiresInDays: 14, name: 'Margie 여행사' }, send(72), open(70)],
  [120, { expiresInDays: 90, reusable: true, note: 'Winter campaign', by: 'admin' }, send(120)],
  [7, { name: 'Proseware 디자인' }, send(7), fail(6.9)],
  [21, { name: 'Consolidated Messenger' }, send(21), reissue(4), send(4)],

  [0.3, { via: 'litware', name: 'Northwind 물류', by: 'admin' }],
  [4, { via: 'litware', name: 'Fabrikam 자동차 주식회사', note: 'Please forward this week' }],
  [16, { expiresInDays: 60, via: 'litware', name: 'Adventure 병원', note: 'Litware meets them next week' }],
  [27, { expiresInDays: 29, via: 'litware', name: 'Lamna 식품(주)' }],
  [30, { expiresInDays: 120, via: 'litware', reusable: true, note: 'For everybody on Litware’s list' }],
  [3, { via: 'litware', name: 'Contoso Suites' }, forward(2, 'Contoso Suites')],
  [20, { via: 'litware', name: 'Fourth Coffee Busan' }, forward(19, 'Fourth Coffee Busan'), forward(8, 'Fourth Coffee', 'admin')],
  [26, { expiresInDays: 28, via: 'litware', name: 'Relecloud 에너지' }, forward(25, 'Relecloud')],
  [9, { via: 'litware', name: 'Southridge 병원' }, forward(8, 'Southridge'), open(1)],
  [18, { via: 'litware', name: 'Bellows 로보틱스', language: 'en' }, forward(18, 'Bellows'), open(16)],
  [75, { via: 'litware', customer: customers.trey }, forward(74, 'Trey'), open(73), accept(72, customers.trey, 'Haru Gil')],
  [11, { via: 'litware', customer: customers.munson }, forward(10, 'Munsons', 'admin'), open(9), accept(5, customers.munson, 'Soyul Mo')],
  [52, { via: 'litware', name: 'Consolidated 물류', note: 'Named with the wrong country at first' }, withdraw(51)],
  [64, { expiresInDays: 30, via: 'litware', name: 'VanArsdel 디자인' }, forward(60, 'VanArsdel')],
  [37, { expiresInDays: 21, via: 'litware', name: 'Wide World 여행사' }],
]

function storyOf(id: string, [madeDaysAgo, { name, via, customer, by = 'sales', ...terms }, ...deeds]: Row): Story {
  const invited = customer ? named(customer) : name !== undefined && { companyName: name, email: mailOf(name) }
  const through = via && organizations[via]
  return {
    id,
    maker: contoso[by],
    reseller: through ?? null,
    madeDaysAgo,
    deeds,
    draft: {
      ...(through ? { delivery: 'via_reseller', resellerId: through.id } : { delivery: 'direct' }),
      ...(invited && { customer: invited }),
      reusable: false,
      includeDap: false,
      language: 'ko',
      expiresInDays: 30,
      ...terms,
    },
  }
}

export const contosoStories: readonly Story[] = [
  ...special.map(([{ id, note }, madeDaysAgo, made, ...deeds]) => storyOf(id, [madeDaysAgo, { ...made, note }, ...deeds])),
  ...others.map((row, position) => storyOf(demoId('invitation', 100 + position), row)),
]
