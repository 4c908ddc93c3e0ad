import type { PartnerRow } from './partner-row.ts'

/** A tenant's partners as a decision saw them: who sells and who has admin rights. Equal texts mean equal standings. */
export type Standing = string

/** Ignores the partners' order (BR-06, BR-23). */
export const standingOf = (partners: readonly Pick<PartnerRow, 'partner' | 'transacts' | 'allowDelegatedAccess'>[]): Standing =>
  partners
    .map(({ partner, transacts, allowDelegatedAccess }) => `${partner.id} ${transacts} ${allowDelegatedAccess}`)
    .toSorted()
    .join()
