import { z } from 'zod'
import { clouds, partnerKinds } from '../organizations/kinds.ts'
import { ruleGroups } from './rule-groups.ts'

/** GET /api/rules: a rule's sentence in the caller's language, and the pages that it restates. */
export const RuleInWords = z.object({
  id: z.string(),
  group: z.enum(ruleGroups),
  clouds: z.array(z.enum(clouds)),
  concerns: z.array(z.enum([...partnerKinds, 'customer'])),
  statement: z.string(),
  source: z.array(z.string()),
})
export type RuleInWords = z.infer<typeof RuleInWords>
