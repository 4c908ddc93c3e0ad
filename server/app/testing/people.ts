import type { Cloud, PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { Role } from '../../../domain/session/roles.ts'

type Company = { name: string; kind: PartnerKind | 'customer'; cloud: Cloud; country: string; people: Record<string, Role> }

/** The tests' organisations and people; ids follow from the position. */
export const companies = {
  contoso: {
    name: 'Contoso Distribution',
    kind: 'indirect_provider',
    cloud: 'global',
    country: 'KR',
    people: { 'provider.admin': 'admin_agent', 'provider.sales': 'sales_agent', 'provider.helpdesk': 'helpdesk_agent' },
  },
  litware: {
    name: 'Litware Resell',
    kind: 'indirect_reseller',
    cloud: 'global',
    country: 'KR',
    people: { 'reseller.admin': 'admin_agent', 'reseller.helpdesk': 'helpdesk_agent' },
  },
  proseware: {
    name: 'Proseware Cloud',
    kind: 'indirect_reseller',
    cloud: 'global',
    country: 'KR',
    people: { 'reseller2.admin': 'admin_agent', 'reseller2.globaladmin': 'global_admin' },
  },
  adatum: { name: 'Adatum Direct', kind: 'direct_partner', cloud: 'global', country: 'BR', people: { 'direct.admin': 'admin_agent' } },
  fabrikam: {
    name: 'Fabrikam Deutschland',
    kind: 'direct_partner',
    cloud: 'germany',
    country: 'DE',
    people: { 'direct-de.admin': 'admin_agent' },
  },
  wingtip: {
    name: 'Wingtip Handel',
    kind: 'indirect_reseller',
    cloud: 'germany',
    country: 'DE',
    people: { 'reseller-de.admin': 'admin_agent' },
  },
  woodgrove: {
    name: 'Woodgrove China',
    kind: 'indirect_provider',
    cloud: 'china',
    country: 'CN',
    people: { 'provider-cn.admin': 'admin_agent' },
  },
  alpine: {
    name: 'Alpine Resell',
    kind: 'indirect_reseller',
    cloud: 'china',
    country: 'CN',
    people: { 'reseller-cn.admin': 'admin_agent' },
  },
  tailspin: {
    name: 'Tailspin Toys',
    kind: 'customer',
    cloud: 'global',
    country: 'KR',
    people: { 'customer.globaladmin': 'global_admin', 'customer.user': 'user' },
  },
  northwind: {
    name: 'Northwind Traders',
    kind: 'customer',
    cloud: 'global',
    country: 'KR',
    people: { 'newcustomer.globaladmin': 'global_admin', 'newcustomer.user': 'user' },
  },
  lucerne: {
    name: 'Lucerne Livros',
    kind: 'customer',
    cloud: 'global',
    country: 'BR',
    people: { 'newcustomer-br.globaladmin': 'global_admin' },
  },
  coho: { name: 'Coho Werke', kind: 'customer', cloud: 'germany', country: 'DE', people: { 'customer-de.globaladmin': 'global_admin' } },
  margie: { name: 'Margie Travel', kind: 'customer', cloud: 'china', country: 'CN', people: { 'customer-cn.globaladmin': 'global_admin' } },
  government: { name: 'Trey Federal', kind: 'direct_partner', cloud: 'usgov', country: 'US', people: { 'direct-us.admin': 'admin_agent' } },
  agency: {
    name: 'Humongous Agency',
    kind: 'customer',
    cloud: 'usgov',
    country: 'US',
    people: { 'customer-us.globaladmin': 'global_admin' },
  },
  wideworld: {
    name: 'Wide World Distribuição',
    kind: 'indirect_provider',
    cloud: 'global',
    country: 'BR',
    people: { 'provider-br.admin': 'admin_agent' },
  },
  firstup: { name: 'First Up Cloud', kind: 'direct_partner', cloud: 'china', country: 'CN', people: { 'direct-cn.admin': 'admin_agent' } },
  lamna: { name: 'Lamna Federal', kind: 'direct_partner', cloud: 'usgov', country: 'US', people: { 'direct-us2.admin': 'admin_agent' } },
} as const satisfies Record<string, Company>

export type CompanyKey = keyof typeof companies
type PeopleOf<Key extends CompanyKey> = keyof (typeof companies)[Key]['people'] & string
export type Person = { [Key in CompanyKey]: PeopleOf<Key> }[CompanyKey]

export const partnershipsOfTests = [
  ['contoso', 'litware', 'active'],
  ['contoso', 'proseware', 'removed'],
  ['fabrikam', 'wingtip', 'active'],
  ['woodgrove', 'alpine', 'active'],
  ['wideworld', 'adatum', 'active'],
] as const satisfies readonly (readonly [CompanyKey, CompanyKey, 'active' | 'removed'])[]

const keys = Object.keys(companies) as CompanyKey[]
const id = (kind: string, position: number): string => `00000000-0000-7${kind}-8000-${String(position).padStart(12, '0')}`

export const organizationId = (key: CompanyKey): string => id('000', keys.indexOf(key))
export const partnerIdOf = (key: CompanyKey): string => String(1_234_567 + keys.indexOf(key))
/** Litware's global account, whose PartnerID differs from its location's. */
export const globalAccountOfLitware = '7654321'
export const tenantId = (key: CompanyKey): string => id('111', keys.indexOf(key))
export const personId = (position: number): string => id('222', position)
export const partnershipId = (position: number): string => id('333', position)
