import { expect, it } from 'vitest'
import { bestFirst, stepsOfWay, type Way } from './path-steps.ts'

const way = (answer: Way['answer']): Way => ({
  answer, relationship: { id: answer, displayName: answer, status: 'active', endDateTime: null }, assignment: null,
})

it.each<[Way['answer'], string]>([
  ['has_access', 'group there, assignment there, relationship there, customer there'],
  ['assignment_not_active', 'group there, assignment broken, relationship there, customer beyond'],
  ['not_assigned', 'group there, assignment broken, relationship there, customer beyond'],
  ['not_standing', 'group there, assignment beyond, relationship broken, customer beyond'],
])('%s: the first link that is missing is marked', (answer, expected) =>
  expect(stepsOfWay(answer).map(({ link, state }) => `${link} ${state}`).join(', ')).toBe(expected))

it('shows what gives access before what does not', () => {
  const ways = (['not_standing', 'not_assigned', 'has_access', 'assignment_not_active'] as const).map(way)
  expect(bestFirst(ways)).toEqual([ways[2], ways[3], ways[1], ways[0]])
})
