import { foldedName } from './import-column-names.ts'
import type { Relation } from './relation.ts'

/** How files in the six languages word each relation (section 4.2); unknown wordings are kept as text. */
const wordings: Record<Exclude<Relation, 'unknown'>, readonly string[]> = {
  reseller: [
    'Cloud Reseller', 'Reseller', 'Cloudvertriebspartner', 'Cloud-Vertriebspartner', 'Vertriebspartner', 'Handelspartner',
    'Cloud-Wiederverkäufer', 'Wiederverkäufer', '클라우드 재판매인', '클라우드 재판매자', '클라우드 리셀러', '재판매인', '재판매자', '리셀러',
    'Торговый посредник облачных служб', 'Облачный торговый посредник', 'Облачный реселлер', 'Торговый посредник', 'Реселлер',
    'Revendedor de nuvem', 'Revendedor na nuvem', 'Revendedor em nuvem', 'Revendedor', '云经销商', '云转售商', '云代理商', '经销商', '转售商',
    '代理商',
  ],
  advisor: ['Advisor', 'Berater', '어드바이저', '고문', '자문', 'Консультант', 'Советник', 'Consultor', 'Assessor', '顾问'],
  syndication: ['Syndication', 'Syndikation', '신디케이션', 'Синдикация', 'Sindicação', '联合供应', '辛迪加'],
  microsoft_support: [
    'Microsoft Support', 'Microsoft-Unterstützung', 'Microsoft 지원', 'Поддержка Microsoft', 'Служба поддержки Microsoft',
    'Поддержка Майкрософт', 'Suporte da Microsoft', 'Microsoft 支持', 'Microsoft 技术支持',
  ],
  none: ['None', 'Keine', 'Keiner', '없음', 'Нет', 'Nenhum', 'Nenhuma', '无'],
}

const relationOf = new Map(
  Object.entries(wordings).flatMap(([relation, all]) => all.map((wording) => [foldedName(wording), relation as Relation] as const)),
)

/** Partner Center's English wording; none of an unknown relation. */
export const wordingOf = (relation: Relation): string => (relation === 'unknown' ? '' : (wordings[relation][0] ?? ''))

/** Finds the relation of a wording, whatever its case, width, accents, spaces and hyphens. */
export const relationWorded = (wording: string): Relation | undefined => relationOf.get(foldedName(wording))
