import type { PartnerLine } from './partner-line.ts'

/** The partners of a tenant as a decision saw them: who sells and who holds admin rights. Equal texts mean equal standings. */
export type Standing = string

/** The standing of these partners, whatever their order (BR-06, BR-23). */
export const standingOf = (partners: readonly Pick<PartnerLine, 'partner' | 'transacts' | 'allowDelegatedAccess'>[]): Standing =>
  partners
    .map(({ partner, transacts, allowDelegatedAccess }) => `${partner.id} ${transacts} ${allowDelegatedAccess}`)
    .toSorted()
    .join()
