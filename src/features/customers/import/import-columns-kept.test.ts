import { beforeEach, expect, it, vi } from 'vitest'
import { keepColumns, keptColumns } from './import-columns-kept.ts'

const question = (...header: string[]) => ({ header, rows: [['1']], found: {} })
const bare = (width: number) => ({ rows: [Array.from({ length: width }, () => 'x')], found: {} })

beforeEach(() => {
  const store = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => void store.set(key, value),
  })
})

it('what a person chose is known again for the same header, however it is written, and to nobody else', () => {
  keepColumns('ann', question('Betrieb', 'E-Mail'), 'id=1')
  expect(keptColumns('ann', question(' BETRIEB', 'Email '))).toBe('id=1')
  expect(keptColumns('ann', question('E-Mail', 'Betrieb'))).toBeUndefined()
  expect(keptColumns('bob', question('Betrieb', 'E-Mail'))).toBeUndefined()
})

it('files without a header are alike by how many columns they have', () => {
  keepColumns('ann', bare(4), 'id=4')
  expect([keptColumns('ann', bare(4)), keptColumns('ann', bare(5))]).toEqual(['id=4', undefined])
})

it('the last choice counts, and the oldest headers are forgotten', () => {
  for (let index = 0; index < 25; index += 1) keepColumns('ann', question(`column ${index}`), `id=${index}`)
  keepColumns('ann', question('column 24'), 'id=99')
  expect(keptColumns('ann', question('column 24'))).toBe('id=99')
  expect(keptColumns('ann', question('column 5'))).toBe('id=5')
  expect(keptColumns('ann', question('column 4'))).toBeUndefined()
})

it('a browser that keeps nothing asks again', () => {
  vi.stubGlobal('localStorage', undefined)
  keepColumns('ann', question('Betrieb'), 'id=1')
  expect(keptColumns('ann', question('Betrieb'))).toBeUndefined()
})
