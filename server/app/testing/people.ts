import type { Cloud, PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { Role } from '../../../domain/session/roles.ts'

const company = <const People extends Record<string, Role>>(
  name: string, kind: PartnerKind | 'customer', cloud: Cloud, country: string, people: People,
) => ({ name, kind, cloud, country, people })

/** The tests' organisations and people; ids follow from the position. */
export const companies = {
  contoso: company('Contoso Distribution', 'indirect_provider', 'global', 'KR', {
    'provider.admin': 'admin_agent', 'provider.sales': 'sales_agent', 'provider.helpdesk': 'helpdesk_agent',
  }),
  litware: company('Litware Resell', 'indirect_reseller', 'global', 'KR', {
    'reseller.admin': 'admin_agent', 'reseller.helpdesk': 'helpdesk_agent',
  }),
  proseware: company('Proseware Cloud', 'indirect_reseller', 'global', 'KR', {
    'reseller2.admin': 'admin_agent', 'reseller2.globaladmin': 'global_admin',
  }),
  adatum: company('Adatum Direct', 'direct_partner', 'global', 'BR', { 'direct.admin': 'admin_agent' }),
  fabrikam: company('Fabrikam Deutschland', 'direct_partner', 'germany', 'DE', { 'direct-de.admin': 'admin_agent' }),
  wingtip: company('Wingtip Handel', 'indirect_reseller', 'germany', 'DE', { 'reseller-de.admin': 'admin_agent' }),
  woodgrove: company('Woodgrove China', 'indirect_provider', 'china', 'CN', { 'provider-cn.admin': 'admin_agent' }),
  alpine: company('Alpine Resell', 'indirect_reseller', 'china', 'CN', {
    'reseller-cn.admin': 'admin_agent', 'reseller-cn.globaladmin': 'global_admin',
  }),
  tailspin: company('Tailspin Toys', 'customer', 'global', 'KR', { 'customer.globaladmin': 'global_admin', 'customer.user': 'user' }),
  northwind: company('Northwind Traders', 'customer', 'global', 'KR', {
    'newcustomer.globaladmin': 'global_admin', 'newcustomer.user': 'user',
  }),
  lucerne: company('Lucerne Livros', 'customer', 'global', 'BR', { 'newcustomer-br.globaladmin': 'global_admin' }),
  coho: company('Coho Werke', 'customer', 'germany', 'DE', { 'customer-de.globaladmin': 'global_admin' }),
  margie: company('Margie Travel', 'customer', 'china', 'CN', { 'customer-cn.globaladmin': 'global_admin' }),
  government: company('Trey Federal', 'direct_partner', 'usgov', 'US', { 'direct-us.admin': 'admin_agent' }),
  agency: company('Humongous Agency', 'customer', 'usgov', 'US', { 'customer-us.globaladmin': 'global_admin' }),
  wideworld: company('Wide World Distribuição', 'indirect_provider', 'global', 'BR', { 'provider-br.admin': 'admin_agent' }),
  firstup: company('First Up Cloud', 'direct_partner', 'china', 'CN', { 'direct-cn.admin': 'admin_agent' }),
  lamna: company('Lamna Federal', 'direct_partner', 'usgov', 'US', { 'direct-us2.admin': 'admin_agent' }),
}

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
