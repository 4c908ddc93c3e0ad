import { expect, test } from 'vitest'
import { cloudComparisonProblems } from './cloud-comparisons.ts'

test.each([
  "if (organization.cloud === 'china') return",
  "return 'germany' !== cloud",
  "    case 'global':",
  'const inChina = cloud == "china"',
])('%s is refused', (line) => {
  expect(cloudComparisonProblems([{ path: 'server/app/a.ts', text: line }])).toEqual([
    'server/app/a.ts:1 compares a cloud by name; make it a policy of domain/clouds.',
  ])
})

test('the policy table itself, tests and a comparison of two clouds may', () => {
  const files = [
    { path: 'domain/clouds/cloud-policies.ts', text: "cloud === 'china'" },
    { path: 'domain/a.test.ts', text: "cloud === 'china'" },
    { path: 'domain/a.ts', text: 'a.cloud === b.cloud' },
  ]
  expect(cloudComparisonProblems(files)).toEqual([])
})
