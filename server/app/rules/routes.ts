import { createRoute, z } from '@hono/zod-openapi'
import { rules } from '../../../domain/rules/rules.ts'
import { RuleInWords } from '../../../domain/rules/schemas.ts'
import { sourcePages } from '../../../domain/rules/source-pages.ts'
import { endpoints } from '../http/api.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { ruleSentence } from '../words/words.ts'

export const ruleRoutes = {
  list: createRoute({
    method: 'get',
    path: '/rules',
    responses: { 200: json(z.object({ items: z.array(RuleInWords) }), 'Every rule, in the caller’s language; no sign-in'), ...problems() },
  }),
}

export const ruleEndpoints = (_ports: Ports) =>
  endpoints().openapi(ruleRoutes.list, (c) =>
    c.json(
      {
        items: rules.map(({ id, group, clouds: where, concerns, sources }) => ({
          id,
          group,
          clouds: [...where],
          concerns: [...concerns],
          statement: ruleSentence(id, c.var.locale),
          source: sources.map((page) => sourcePages[page]),
        })),
      },
      200,
    ),
  )
