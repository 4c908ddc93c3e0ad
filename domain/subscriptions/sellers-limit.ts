import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { action, type Action, type Reason, reason } from './guidance-answer.ts'

/** BR-23: where several partners may sell, and each service has room for some of them alone, once they have admin rights. */
const isLimited = ({ multiPartner, transactingPartnersWithAdminPerService }: CloudPolicy): boolean =>
  multiPartner && transactingPartnersWithAdminPerService !== null

export const sellersLimit = (policy: CloudPolicy): Reason[] => (isLimited(policy) ? [reason('one_seller_with_rights', 'BR-23')] : [])

/** What is bought again is sold anew, so the limit holds for it, too. */
export const buyAgainIn = (policy: CloudPolicy): Action => action(isLimited(policy) ? 'buy_again_while_free' : 'buy_again')
