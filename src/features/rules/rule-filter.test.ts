import { describe, expect, it } from 'vitest'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import { filterRules, ruleView } from './rule-filter.ts'

const rules: RuleInWords[] = [
  {
    id: 'BR-12', group: 'B', clouds: ['china'], concerns: ['indirect_provider'],
    statement: 'No usage-based services.', source: ['Multi-channel'],
  },
  {
    id: 'BR-33', group: 'D', clouds: ['global', 'china'], concerns: ['customer'],
    statement: 'Only a Global admin accepts.', source: ['Approval'],
  },
]

describe('which rules are shown', () => {
  it.each([
    ['', ['BR-12', 'BR-33']],
    ['cloud=global', ['BR-33']],
    ['cloud=china', ['BR-12', 'BR-33']],
    ['for=customer', ['BR-33']],
    ['cloud=china&for=indirect_provider', ['BR-12']],
    ['search=br-12', ['BR-12']],
    ['search=GLOBAL', ['BR-33']],
    ['search=multi-channel', ['BR-12']],
    ['search=multi–channel', ['BR-12']],
    ['search=Glôbal  ADMIN', ['BR-33']],
    ['search=nothing', []],
    ['cloud=mars&for=nobody', ['BR-12', 'BR-33']],
  ])('%s', (address, ids) => {
    expect(filterRules(rules, ruleView.read(new URLSearchParams(address))).map(({ id }) => id)).toEqual(ids)
  })
})
