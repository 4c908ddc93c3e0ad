import { z } from 'zod'
import { ListQuestion } from './customers/schemas.ts'
import { partnerKinds } from './organizations/kinds.ts'

/** RFC 9457 `application/problem+json`, the body of every refusal and error, in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  rule: z.string().optional(),
  whoMay: z.array(z.enum(partnerKinds)).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  list: ListQuestion.optional(),
  requestId: z.string(),
})
export type Problem = z.infer<typeof Problem>
