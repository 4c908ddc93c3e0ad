import type { Turn } from '../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'

/** This kind of partner's turn. */
export const holderOf = (kind: PartnerKind): Extract<Turn, 'provider' | 'reseller'> =>
  (kind === 'indirect_reseller' ? 'reseller' : 'provider')

/** Others' turns that a partner waits for; a reseller does not see what its provider has not handed over. */
export const tileTurns = (kind: PartnerKind): readonly Exclude<Turn, 'provider'>[] =>
  kind === 'indirect_reseller' ? ['customer', 'done'] : ['reseller', 'customer', 'done']
