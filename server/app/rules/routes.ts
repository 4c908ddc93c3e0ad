import { rules } from '../../../domain/rules/rules.ts'
import { RuleInWords } from '../../../domain/rules/schemas.ts'
import { sourcePages } from '../../../domain/rules/source-pages.ts'
import { endpoints } from '../http/api.ts'
import { anybody, itemsOf } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { ruleSentence } from '../words/words.ts'

export const ruleRoutes = {
  list: anybody.get('/rules', {}, {
    200: json(itemsOf(RuleInWords), 'Every rule, in the caller’s language; no sign-in'), ...problems(),
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
