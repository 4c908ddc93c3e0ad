import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { AskerFacts } from './asker.ts'
import type { GuidanceQuestion } from './channels.ts'
import { migrateGuidance } from './migrate-guidance.ts'
import type { Guidance } from './schemas.ts'
import type { SubscriptionFacts } from './subscription.ts'
import { supportGuidance } from './support-guidance.ts'
import { switchGuidance } from './switch-guidance.ts'

/** The answer to one question about one subscription; check the facts with `checkSubscriptionFacts` first. `now` is ISO UTC. */
export function guidanceFor(
  question: GuidanceQuestion,
  facts: SubscriptionFacts,
  asker: AskerFacts,
  policy: CloudPolicy,
  now: string,
): Guidance {
  if (question === 'support') return supportGuidance(facts, asker, policy)
  if (question === 'migrate') return migrateGuidance(facts, asker, policy, now)
  return switchGuidance(facts, asker, policy, now)
}
