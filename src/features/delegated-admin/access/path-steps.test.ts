import { expect, it } from 'vitest'
import type { AccessExplained } from '../../../../domain/delegated-admin/schemas.ts'
import { answerOfWay, bestFirst, stepsOfWay, type Way } from './path-steps.ts'

const at = '2026-01-01T00:00:00.000Z'
const group = '11111111-0000-4000-8000-000000000001'

const way = (status: Way['relationship']['status'], assigned?: 'pending' | 'active' | 'error'): Way => ({
  relationship: { id: `${status} ${assigned}`, displayName: status, status, endDateTime: null },
  assignment: assigned === undefined ? null : assignmentThatIs(assigned),
})

const assignmentThatIs = (status: 'pending' | 'active' | 'error'): NonNullable<AccessExplained['path'][number]['assignment']> => ({
  id: '22222222-0000-4000-8000-000000000001', status, accessDetails: { unifiedRoles: [] },
  accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup', displayName: 'Tier 2' },
  createdDateTime: at, lastModifiedDateTime: at, since: at, etag: '"1"',
})

it.each<[string, Way, string]>([
  ['all is there', way('active', 'active'), 'group there, assignment there, relationship there, customer there'],
  ['the assignment is pending', way('expiring', 'pending'), 'group there, assignment broken, relationship there, customer beyond'],
  ['there is no assignment', way('active'), 'group there, assignment broken, relationship there, customer beyond'],
  ['the relationship is over', way('expired', 'active'), 'group there, assignment beyond, relationship broken, customer beyond'],
  ['the customer has not answered', way('approvalPending'), 'group there, assignment beyond, relationship broken, customer beyond'],
])('%s', (_name, given, expected) => {
  const steps = stepsOfWay(answerOfWay(group, given))
  expect(steps.map(({ link, state }) => `${link} ${state}`).join(', ')).toBe(expected)
})

it('shows what gives access before what does not', () => {
  const ways = [way('expired'), way('active'), way('active', 'active'), way('active', 'error')]
  expect(bestFirst(group, ways)).toEqual([ways[2], ways[3], ways[1], ways[0]])
})
