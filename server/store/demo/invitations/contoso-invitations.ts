import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import { demoId } from '../demo-ids.ts'
import { demoCustomers as customers, demoOrganizations as organizations } from '../demo-organizations.ts'
import { demoPeople } from '../demo-people.ts'
import { scene } from '../scene.ts'
import { accept, type Deed, fail, open, reissue, send, type Story, withdraw } from './demo-invitation.ts'

const contoso = { admin: demoPeople['provider.admin'], sales: demoPeople['provider.sales'] }
const litware = { admin: demoPeople['reseller.admin'], sales: demoPeople['reseller.sales'] }

type Made = {
  madeDaysAgo: number
  expiresInDays?: number
  name?: string
  via?: 'litware'
  note?: string
  customer?: InvitationDraft['customer']
  reusable?: true
  language?: InvitationDraft['language']
  by?: keyof typeof contoso
}

const mailOf = (name: string) => `it@${name.toLowerCase().replaceAll(/[^a-z]/g, '') || 'office'}.example`

const forward = (daysAgo: number, name: string, by: keyof typeof litware = 'sales'): Deed =>
  ({ deed: 'forward', daysAgo, by: litware[by], email: mailOf(name) })

const named = (organization: { tenantId: string; displayName: string; domain: string }): NonNullable<InvitationDraft['customer']> => ({
  tenantId: organization.tenantId,
  companyName: organization.displayName,
  domain: organization.domain,
  country: 'KR',
})

const special: readonly (readonly [string, Made, readonly Deed[]])[] = [
  [
    scene.invitationForTailspin.id,
    { madeDaysAgo: 1.2, via: 'litware', customer: named(organizations.tailspin), note: scene.invitationForTailspin.note, by: 'sales' },
    [],
  ],
  [
    scene.overdueInvitation.id,
    { madeDaysAgo: 19, expiresInDays: 45, name: 'City Power Energy', note: scene.overdueInvitation.note },
    [send(18)],
  ],
  [
    scene.lapsingInvitation.id,
    { madeDaysAgo: 12, expiresInDays: 14, name: 'Graphic Design Institute', note: scene.lapsingInvitation.note },
    [send(11.6)],
  ],
  [
    scene.reusableInvitation.id,
    { madeDaysAgo: 60, expiresInDays: 180, reusable: true, note: scene.reusableInvitation.note, by: 'admin' },
    [
      send(60), open(52), accept(51, customers.adventure, 'Yerin Gu'), accept(33, customers.fourthCoffee, 'Hyunwoo Ma'),
      accept(9, customers.lamna, 'Dahye Pyo'),
    ],
  ],
]

const others: readonly (readonly [Made, readonly Deed[]])[] = [
  [{ madeDaysAgo: 0.1, name: 'Alpine Ski House', note: 'Met at the partner day' }, []],
  [{ madeDaysAgo: 0.9, name: 'Nod Publishers', by: 'admin' }, []],
  [{ madeDaysAgo: 28, expiresInDays: 30, name: 'Liberty 식품(주)', note: 'Waits for the new contract' }, []],
  [{ madeDaysAgo: 2, name: 'Best For You Organics' }, [send(2)]],
  [{ madeDaysAgo: 5, name: 'Woodgrove 은행', language: 'en' }, [send(4.7)]],
  [{ madeDaysAgo: 24, expiresInDays: 60, name: 'Humongous 보험(주)', note: 'Second attempt' }, [send(23)]],
  [{ madeDaysAgo: 29, expiresInDays: 30, name: 'First Up 컨설팅' }, [send(29)]],
  [{ madeDaysAgo: 6, name: 'Coho Vineyard' }, [send(6), open(0.2)]],
  [{ madeDaysAgo: 17, name: 'Wingtip 로보틱스', by: 'admin' }, [send(16), open(15)]],
  [{ madeDaysAgo: 25, expiresInDays: 27, name: 'Lucerne 미디어', note: 'Opened twice, no decision' }, [send(25), open(23), open(20)]],
  [{ madeDaysAgo: 90, name: customers.relecloud.displayName }, [send(90), open(88), accept(88, customers.relecloud, 'Chaewon Jin')]],
  [{ madeDaysAgo: 41, customer: named(customers.southridge) }, [send(41), accept(38, customers.southridge, 'Minjae Cha')]],
  [
    { madeDaysAgo: 3, customer: named(customers.vanArsdel), note: 'Wants Azure as well' },
    [send(3), open(2.2), accept(2.1, customers.vanArsdel, 'Jiho Pyeon')],
  ],
  [
    { madeDaysAgo: 400, customer: named(organizations.tailspin), by: 'admin' },
    [send(400), accept(398, organizations.tailspin, demoPeople['customer.globaladmin'].user.displayName)],
  ],
  [
    { madeDaysAgo: 48, customer: named(customers.bellows) },
    [
      send(48),
      open(47),
      { deed: 'decline', daysAgo: 46, customer: customers.bellows, by: 'Suah Tak', reason: 'We have a contract until the summer.' },
    ],
  ],
  [
    { madeDaysAgo: 13, customer: named(customers.wideWorld) },
    [send(13), open(12), { deed: 'decline', daysAgo: 10, customer: customers.wideWorld, by: 'Woojin Ham', reason: null }],
  ],
  [{ madeDaysAgo: 34, name: 'Munson Pickles' }, [send(34), withdraw(30)]],
  [{ madeDaysAgo: 8, name: 'Blue Yonder 항공' }, [withdraw(7.9)]],
  [{ madeDaysAgo: 45, expiresInDays: 30, name: 'Trey 연구소', note: 'Nobody answered the phone either' }, [send(44)]],
  [{ madeDaysAgo: 72, expiresInDays: 14, name: 'Margie 여행사' }, [send(72), open(70)]],
  [{ madeDaysAgo: 120, expiresInDays: 90, reusable: true, note: 'Winter campaign', by: 'admin' }, [send(120)]],
  [{ madeDaysAgo: 7, name: 'Proseware 디자인' }, [send(7), fail(6.9)]],
  [{ madeDaysAgo: 21, name: 'Consolidated Messenger' }, [send(21), reissue(4), send(4)]],

  [{ madeDaysAgo: 0.3, via: 'litware', name: 'Northwind 물류', by: 'admin' }, []],
  [{ madeDaysAgo: 4, via: 'litware', name: 'Fabrikam 자동차 주식회사', note: 'Please forward this week' }, []],
  [{ madeDaysAgo: 16, expiresInDays: 60, via: 'litware', name: 'Adventure 병원', note: 'Litware meets them next week' }, []],
  [{ madeDaysAgo: 27, expiresInDays: 29, via: 'litware', name: 'Lamna 식품(주)' }, []],
  [{ madeDaysAgo: 30, expiresInDays: 120, via: 'litware', reusable: true, note: 'For everybody on Litware’s list' }, []],
  [{ madeDaysAgo: 3, via: 'litware', name: 'Contoso Suites' }, [forward(2, 'Contoso Suites')]],
  [
    { madeDaysAgo: 20, via: 'litware', name: 'Fourth Coffee Busan' },
    [forward(19, 'Fourth Coffee Busan'), forward(8, 'Fourth Coffee', 'admin')],
  ],
  [{ madeDaysAgo: 26, expiresInDays: 28, via: 'litware', name: 'Relecloud 에너지' }, [forward(25, 'Relecloud')]],
  [{ madeDaysAgo: 9, via: 'litware', name: 'Southridge 병원' }, [forward(8, 'Southridge'), open(1)]],
  [{ madeDaysAgo: 18, via: 'litware', name: 'Bellows 로보틱스', language: 'en' }, [forward(18, 'Bellows'), open(16)]],
  [
    { madeDaysAgo: 75, via: 'litware', customer: named(customers.trey) },
    [forward(74, 'Trey'), open(73), accept(72, customers.trey, 'Haru Gil')],
  ],
  [
    { madeDaysAgo: 11, via: 'litware', customer: named(customers.munson) },
    [forward(10, 'Munsons', 'admin'), open(9), accept(5, customers.munson, 'Soyul Mo')],
  ],
  [{ madeDaysAgo: 52, via: 'litware', name: 'Consolidated 물류', note: 'Named with the wrong country at first' }, [withdraw(51)]],
  [{ madeDaysAgo: 64, expiresInDays: 30, via: 'litware', name: 'VanArsdel 디자인' }, [forward(60, 'VanArsdel')]],
  [{ madeDaysAgo: 37, expiresInDays: 21, via: 'litware', name: 'Wide World 여행사' }, []],
]

function storyOf(id: string, made: Made, deeds: readonly Deed[]): Story {
  const customer = made.customer ?? (made.name === undefined ? undefined : { companyName: made.name, email: mailOf(made.name) })
  return {
    id,
    maker: contoso[made.by ?? 'sales'],
    reseller: made.via === 'litware' ? organizations.litware : null,
    madeDaysAgo: made.madeDaysAgo,
    deeds,
    draft: {
      delivery: made.via === 'litware' ? 'via_reseller' : 'direct',
      ...(made.via === 'litware' ? { resellerId: organizations.litware.id } : {}),
      ...(customer ? { customer } : {}),
      reusable: made.reusable ?? false,
      includeDap: false,
      language: made.language ?? 'ko',
      expiresInDays: made.expiresInDays ?? 30,
      ...(made.note === undefined ? {} : { note: made.note }),
    },
  }
}

export const contosoStories: readonly Story[] = [
  ...special.map(([id, made, deeds]) => storyOf(id, made, deeds)),
  ...others.map(([made, deeds], position) => storyOf(demoId('invitation', 100 + position), made, deeds)),
]
