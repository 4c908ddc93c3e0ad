import { expect, test } from 'vitest'
import { fileSizeProblems } from './file-size.ts'

const lines = (count: number) => 'a\n'.repeat(count)

test('code may have 250 lines and a test 400', () => {
  expect(fileSizeProblems([{ path: 'src/a.ts', text: lines(250) }, { path: 'src/a.test.ts', text: lines(400) }])).toEqual([])
})

test('one line more is refused', () => {
  const problems = fileSizeProblems([{ path: 'src/a.tsx', text: lines(251) }, { path: 'server/b.contract.ts', text: lines(401) }])
  expect(problems).toEqual(['src/a.tsx has 251 lines; 250 are the most.', 'server/b.contract.ts has 401 lines; 400 are the most.'])
})

test('a line of more than 140 characters is refused and named', () => {
  const problems = fileSizeProblems([{ path: 'src/a.css', text: `a\n${'b'.repeat(141)}` }])
  expect(problems).toEqual(['src/a.css:2 has 141 characters; 140 are the most.'])
})

test('what is not code may be as long as it needs', () => {
  expect(fileSizeProblems([{ path: 'locales/en/app.json', text: lines(900) }])).toEqual([])
})
