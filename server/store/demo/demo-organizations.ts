import type { Organization } from '../../../domain/organizations/schemas.ts'
import { demoId, dice, tenantIdFrom } from './demo-ids.ts'

const roll = dice(20240101)

const organization = (
  number: number,
  kind: Organization['kind'],
  cloud: Organization['cloud'],
  country: string,
  displayName: string,
  domain: string,
): Organization => ({
  id: demoId('organization', number),
  tenantId: tenantIdFrom(roll),
  displayName,
  domain,
  kind,
  cloud,
  country,
  ...(kind === 'customer' ? {} : { partnerId: String(6_010_000 + number * 137) }),
})

/** Partners and customers that personas sign in for. */
export const demoOrganizations = {
  contoso: organization(1, 'indirect_provider', 'global', 'KR', 'Contoso Distribution', 'contoso-distribution.example'),
  litware: organization(2, 'indirect_reseller', 'global', 'KR', 'Litware Resell', 'litware-resell.example'),
  proseware: organization(3, 'indirect_reseller', 'global', 'KR', 'Proseware Cloud', 'proseware-cloud.example'),
  adatum: organization(4, 'direct_partner', 'global', 'BR', 'Adatum Direct', 'adatum-direct.example'),
  fabrikam: organization(5, 'direct_partner', 'germany', 'DE', 'Fabrikam Deutschland', 'fabrikam-deutschland.example'),
  wingtip: organization(6, 'indirect_reseller', 'germany', 'DE', 'Wingtip Handel', 'wingtip-handel.example'),
  woodgrove: organization(7, 'indirect_provider', 'china', 'CN', 'Woodgrove China', 'woodgrove-china.example'),
  alpine: organization(8, 'indirect_reseller', 'china', 'CN', 'Alpine Resell', 'alpine-resell.example'),
  tailspin: organization(9, 'customer', 'global', 'KR', 'Tailspin Toys', 'tailspintoys.example'),
  northwind: organization(10, 'customer', 'global', 'KR', 'Northwind Traders', 'northwindtraders.example'),
  lucerne: organization(11, 'customer', 'global', 'BR', 'Lucerne Livros', 'lucernelivros.example'),
  coho: organization(12, 'customer', 'germany', 'DE', 'Coho Werke', 'cohowerke.example'),
  margie: organization(13, 'customer', 'china', 'CN', 'Margie Travel', 'margietravel.example'),
} as const satisfies Record<string, Organization>

/** Customers that answered an invitation before; nobody signs in for them. */
export const demoCustomers = {
  adventure: organization(20, 'customer', 'global', 'KR', 'Adventure Works Korea', 'adventureworks.example'),
  fourthCoffee: organization(21, 'customer', 'global', 'KR', '포스커피 로스터스 주식회사', 'fourthcoffee.example'),
  lamna: organization(22, 'customer', 'global', 'KR', 'Lamna 병원', 'lamnahealthcare.example'),
  relecloud: organization(23, 'customer', 'global', 'KR', 'Relecloud 미디어(주)', 'relecloud.example'),
  southridge: organization(24, 'customer', 'global', 'KR', 'Southridge Video', 'southridgevideo.example'),
  vanArsdel: organization(25, 'customer', 'global', 'KR', 'VanArsdel 가구 주식회사', 'vanarsdel.example'),
  trey: organization(26, 'customer', 'global', 'KR', 'Trey リサーチ', 'treyresearch.example'),
  munson: organization(27, 'customer', 'global', 'KR', "Munson's 식품(주)", 'munsons.example'),
  wideWorld: organization(28, 'customer', 'global', 'KR', 'Wide World Importers', 'wideworldimporters.example'),
  bellows: organization(29, 'customer', 'global', 'KR', 'Bellows College', 'bellowscollege.example'),
  consolidated: organization(30, 'customer', 'global', 'BR', 'Consolidated Logística Ltda.', 'consolidated.example'),
  humongous: organization(31, 'customer', 'germany', 'DE', 'Humongous Versicherung AG', 'humongous.example'),
  blueYonder: organization(32, 'customer', 'china', 'CN', 'Blue Yonder 航空有限公司', 'blueyonder.example'),
} as const satisfies Record<string, Organization>

/** Further partners of the personas' organisations; nobody signs in for them. */
export const demoOtherPartners = {
  wideWorldBrazil: organization(40, 'indirect_provider', 'global', 'BR', 'Wide World Distribuição', 'wideworld-distribuicao.example'),
  trey: organization(41, 'indirect_provider', 'global', 'KR', 'Trey Cloud Korea', 'trey-cloud.example'),
  bellows: organization(42, 'indirect_reseller', 'global', 'KR', 'Bellows IT Service', 'bellows-it.example'),
  southridgeGermany: organization(43, 'direct_partner', 'germany', 'DE', 'Southridge Systemhaus', 'southridge-systemhaus.example'),
  firstUp: organization(44, 'direct_partner', 'china', 'CN', 'First Up 云服务', 'firstup-cloud.example'),
  cityPower: organization(45, 'direct_partner', 'global', 'KR', 'City Power Cloud', 'citypower-cloud.example'),
} as const satisfies Record<string, Organization>
