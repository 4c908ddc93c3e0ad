import type { Turn } from '../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'

/** Whose turn it is when it is this kind of partner's. */
export const holderOf = (kind: PartnerKind): Extract<Turn, 'provider' | 'reseller'> =>
  (kind === 'indirect_reseller' ? 'reseller' : 'provider')

/** The others that a partner waits for; a reseller is shown nothing that its provider has not handed over. */
export const tileTurns = (kind: PartnerKind): readonly Exclude<Turn, 'provider'>[] =>
  kind === 'indirect_reseller' ? ['customer', 'done'] : ['reseller', 'customer', 'done']
