import { step } from './guidance-answer.ts'
import type { GuidanceStep } from './guidance-answer.ts'

/** The three steps of source 11, in order; nothing moves by itself (BR-09). */
export const moveUsageByHand: GuidanceStep[] = [
  step('create_azure_subscription_in_csp'),
  step('move_data_and_settings_by_hand'),
  step('customer_cancels_services_or_subscription'),
]
