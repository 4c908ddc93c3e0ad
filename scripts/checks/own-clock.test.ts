import { expect, test } from 'vitest'
import { ownClockProblems } from './own-clock.ts'
import { sourceFiles } from './files/source-files.ts'

const of = (text: string, path = 'src/ui/a.ts') => ownClockProblems([{ path, text }])

test.each(['const now = Date.now()', 'const now = new Date()', 'const now = new Date', 'const tell = Date.now', 'const words = Date()'])(
  '%s is refused', (line) => {
    expect(of(line)).toEqual(['src/ui/a.ts:1 reads the machine’s clock; presentTime and useNow tell the portal’s.'])
  })

test.each(['new Date(at)', 'new Date(useNow())', 'Date.parse(at)', 'Date.UTC(2026, 1, 1)', 'formatDate(at)', 'at: Date | string'])(
  '%s is a moment that was given', (line) => expect(of(line)).toEqual([]))

test('the one way to the time, tests and other rooms may', () => {
  for (const path of ['src/i18n/present-time.ts', 'src/ui/a.test.ts', 'mocks/a.ts', 'server/node/a.ts'])
    expect(of('Date.now()', path)).toEqual([])
})

test('no screen does', () => expect(ownClockProblems(sourceFiles())).toEqual([]))
