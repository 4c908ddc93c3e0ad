import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { steps } from './migrate.ts'

/** Installations have run these steps, so their names and statements never change. */
const run = { count: 139, digest: 'fa8fbc4383520ed87bb073920d7c42c21f531e84a397b6a284b819ec72705821' }

it('leaves what installations have run as it was', () => {
  const text = steps
    .slice(0, run.count)
    .map((step) => `${step.name}\n${'ddl' in step ? `${step.ddl}\n${step.owner ?? ''}` : 'run'}`)
    .join('\n')
  expect(createHash('sha256').update(text).digest('hex')).toBe(run.digest)
})

it('runs the steps in the order of the list, each later one under a number of its own', () => {
  const names = steps.map(({ name }) => name)
  expect(names.toSorted()).toEqual(names)
  const numbers = names.slice(run.count - 1).map((name) => Number(/^\d{4}(?=-)/.exec(name)?.[0]))
  expect(numbers.every((number, place) => place === 0 || number > (numbers[place - 1] ?? Number.NaN))).toBe(true)
})
