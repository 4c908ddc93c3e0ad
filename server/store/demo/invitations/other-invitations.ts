import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { demoId } from '../demo-ids.ts'
import { demoCustomers as customers, demoOrganizations as organizations } from '../demo-organizations.ts'
import { demoPeople, type DemoPersona } from '../demo-people.ts'
import { accept, type Deed, open, send, type Story } from './demo-invitation.ts'

type Maker = 'direct.admin' | 'direct-de.admin' | 'provider-cn.admin'
type Terms = Partial<Pick<InvitationDraft, 'reusable' | 'note' | 'expiresInDays'>> & { via?: Organization; name?: string }

/** The settings that the maker's cloud and country fix. */
const settled: Record<Maker, Pick<InvitationDraft, 'includeDap' | 'language'>> = {
  'direct.admin': { includeDap: false, language: 'pt-BR' },
  'direct-de.admin': { includeDap: true, language: 'de' },
  'provider-cn.admin': { includeDap: true, language: 'zh-Hans' },
}

const forward = (daysAgo: number, by: DemoPersona, email: string): Deed => ({ deed: 'forward', daysAgo, by: demoPeople[by], email })

const plots: readonly (readonly [Maker, madeDaysAgo: number, Terms, ...deeds: Deed[]])[] = [
  ['direct.admin', 0.5, { name: 'Wingtip Brinquedos', note: 'Indicação da feira' }],
  ['direct.admin', 6, { name: 'Alpine Esportes Ltda.' }, send(6)],
  ['direct.admin', 15, { name: 'Coho Vinhos S.A.' }, send(15), open(13)],
  ['direct.admin', 50, { name: 'Consolidated Logística Ltda.' }, send(50), accept(47, customers.consolidated, 'Rafaela Brito')],
  ['direct.admin', 25, { reusable: true, expiresInDays: 180, note: 'Campanha de inverno' }, send(25)],

  ['direct-de.admin', 1, { via: organizations.wingtip, name: 'Trey Forschung GmbH', note: 'Bitte bald weiterleiten' }],
  ['direct-de.admin', 8, { via: organizations.wingtip, name: 'Lamna Klinik' }, forward(7, 'reseller-de.admin', 'it@lamnaklinik.example')],
  ['direct-de.admin', 4, { name: 'Proseware Verlag GmbH' }, send(4)],
  [
    'direct-de.admin', 31, { name: 'Humongous Versicherung AG', expiresInDays: 60 },
    send(31), open(29), accept(28, customers.humongous, 'Mara Lindner'),
  ],

  ['provider-cn.admin', 2, { via: organizations.alpine, name: 'Relecloud 传媒有限公司', note: '请转交客户' }],
  [
    'provider-cn.admin', 22, { via: organizations.alpine, name: 'Blue Yonder 航空有限公司' },
    forward(21, 'reseller-cn.admin', 'it@blueyonder.example'), accept(19, customers.blueYonder, 'Gao Rui'),
  ],
  ['provider-cn.admin', 9, { name: 'Munson 食品有限公司' }, send(9), open(8)],
  ['provider-cn.admin', 40, { name: 'Trey 研究所' }, send(40)],
]

export const otherStories: readonly Story[] = plots.map(([maker, madeDaysAgo, { via, name, ...terms }, ...deeds], position) => ({
  id: demoId('invitation', 200 + position),
  maker: demoPeople[maker],
  reseller: via ?? null,
  madeDaysAgo,
  deeds,
  draft: {
    reusable: false,
    expiresInDays: 30,
    ...settled[maker],
    ...terms,
    ...(name === undefined ? {} : { customer: { companyName: name } }),
    ...(via ? { delivery: 'via_reseller', resellerId: via.id } : { delivery: 'direct' }),
  },
}))
