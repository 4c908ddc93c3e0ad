import type { Actor } from '../../../domain/session/actor.ts'
import type { Role } from '../../../domain/session/roles.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { demoId } from './demo-ids.ts'
import { demoOrganizations as at } from './demo-organizations.ts'

type OrganizationKey = keyof typeof at

const languages: Record<string, Locale> = { KR: 'ko', BR: 'pt-BR', DE: 'de', CN: 'zh-Hans' }

function person(number: number, key: OrganizationKey, role: Role, displayName: string): Actor {
  const organization = at[key]
  const mailbox = displayName.toLowerCase().replace(' ', '.')
  return {
    user: {
      id: demoId('user', number),
      displayName,
      email: `${mailbox}@${organization.domain}`,
      roles: [role],
      locale: languages[organization.country] ?? 'en',
    },
    organization,
  }
}

/** The personas, in the order in which they are offered. */
export const demoPeople = {
  'provider.admin': person(1, 'contoso', 'admin_agent', 'Jiwoo Han'),
  'provider.sales': person(2, 'contoso', 'sales_agent', 'Minseo Bae'),
  'provider.helpdesk': person(3, 'contoso', 'helpdesk_agent', 'Haneul Oh'),
  'reseller.admin': person(4, 'litware', 'admin_agent', 'Seoyeon Lim'),
  'reseller.sales': person(5, 'litware', 'sales_agent', 'Doyun Kwon'),
  'reseller2.admin': person(6, 'proseware', 'admin_agent', 'Eunji Nam'),
  'reseller2.globaladmin': person(19, 'proseware', 'global_admin', 'Kyungmin Baek'),
  'direct.admin': person(7, 'adatum', 'admin_agent', 'Livia Prado'),
  'direct-de.admin': person(8, 'fabrikam', 'admin_agent', 'Jonas Brandt'),
  'reseller-de.admin': person(9, 'wingtip', 'admin_agent', 'Greta Sommer'),
  'provider-cn.admin': person(10, 'woodgrove', 'admin_agent', 'Lin Wen'),
  'reseller-cn.admin': person(11, 'alpine', 'admin_agent', 'Shen Jia'),
  'customer.globaladmin': person(12, 'tailspin', 'global_admin', 'Sora Min'),
  'customer.user': person(13, 'tailspin', 'user', 'Taeho Yun'),
  'newcustomer.globaladmin': person(14, 'northwind', 'global_admin', 'Bora Choi'),
  'newcustomer.user': person(15, 'northwind', 'user', 'Junho Seo'),
  'newcustomer-br.globaladmin': person(16, 'lucerne', 'global_admin', 'Caio Meireles'),
  'customer-de.globaladmin': person(17, 'coho', 'global_admin', 'Emil Krause'),
  'customer-cn.globaladmin': person(18, 'margie', 'global_admin', 'Tang Mei'),
} as const satisfies Record<string, Actor>

export type DemoPersona = keyof typeof demoPeople
