import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { action, type Action, type Reason, reason } from './guidance-answer.ts'

/** BR-23: true where several partners may sell, but each service limits those with admin rights. */
const isLimited = ({ multiPartner, transactingPartnersWithAdminPerService }: CloudPolicy): boolean =>
  multiPartner && transactingPartnersWithAdminPerService !== null

export const sellersLimit = (policy: CloudPolicy): Reason[] => (isLimited(policy) ? [reason('one_seller_with_rights', 'BR-23')] : [])

/** The limit holds for a repeated purchase too. */
export const buyAgainIn = (policy: CloudPolicy): Action => action(isLimited(policy) ? 'buy_again_while_free' : 'buy_again')
