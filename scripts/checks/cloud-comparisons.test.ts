import { expect, test } from 'vitest'
import { cloudComparisonProblems } from './cloud-comparisons.ts'
import { sourceFiles } from './files/source-files.ts'

test.each([
  "if (organization.cloud === 'china') return",
  "return 'germany' !== cloud",
  "    case 'global':",
  'const inChina = cloud == "china"',
  "if (['china', 'usgov'].includes(cloud)) return",
])('%s is refused', (line) => {
  expect(cloudComparisonProblems([{ path: 'server/app/a.ts', text: line }])).toEqual([
    'server/app/a.ts:1 compares a cloud by name; make it a policy of domain/clouds.',
  ])
})

test('no code of the product does', () => {
  const files = sourceFiles()
  for (const room of [
    'domain/relationships/',
    'domain/subscriptions/',
    'domain/partnerships/',
    'server/app/subscriptions/',
    'src/features/',
    'mocks/',
  ])
    expect(files.some(({ path }) => path.startsWith(room))).toBe(true)
  expect(cloudComparisonProblems(files)).toEqual([])
})

test('the policy table itself, tests and a comparison of two clouds may', () => {
  const files = [
    { path: 'domain/clouds/cloud-policies.ts', text: "cloud === 'china'" },
    { path: 'domain/a.test.ts', text: "cloud === 'china'" },
    { path: 'domain/a.ts', text: 'a.cloud === b.cloud' },
  ]
  expect(cloudComparisonProblems(files)).toEqual([])
})
