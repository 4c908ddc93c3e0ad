import { describe, expect, it } from 'vitest'
import { decoderOf } from './legacy-decoder.ts'

const read = (bytes: number[], fatal = true) => decoderOf('euc-kr', { fatal }).decode(Uint8Array.from(bytes))

describe('Korean as Windows writes it', () => {
  it.each([
    ['a syllable of KS X 1001', [0xb0, 0xa1], '가'],
    ['the first of the others', [0x81, 0x41], '갂'],
    ['one of them before a Latin letter’s byte', [0x8c, 0x63], '똠'],
    ['one of them in the lower half', [0xbc, 0x84], '펲'],
    ['one of them at a border', [0x98, 0xde], '샾'],
    ['another', [0x94, 0xee], '뷁'],
    ['the last of them', [0xc6, 0x52], '힣'],
    ['a sign', [0xa2, 0xdf], '㈜'],
    ['the euro', [0xa2, 0xe6], '€'],
    ['Hanja', [0xf9, 0xdb], '韓'],
    ['ASCII beside', [0x41, 0xc7, 0xd1, 0x2c], 'A한,'],
  ])('%s is read', (_what, bytes, text) => expect(read(bytes)).toBe(text))

  it('a letter may come in two pieces', () => {
    const decoder = decoderOf('euc-kr', { fatal: true })
    const parts = [[0x41, 0x8c], [0x63, 0xb0], [0xa1]].map((part) => decoder.decode(Uint8Array.from(part), { stream: true }))
    expect([...parts, decoder.decode()].join('')).toBe('A똠가')
  })

  it.each([
    ['a byte alone at the end', [0x41, 0xb0], 'A\uFFFD'],
    ['a byte before ASCII', [0xb0, 0x2c], '\uFFFD,'],
    ['a pair that is none', [0xc6, 0x53], '\uFFFDS'],
    ['a private letter', [0xc9, 0xa1], '\uFFFD'],
    ['a byte that begins nothing', [0xff, 0x41], '\uFFFDA'],
  ])('%s is none', (_what, bytes, text) => {
    expect(() => read(bytes)).toThrow(TypeError)
    expect(read(bytes, false)).toBe(text)
  })
})

it('every syllable of Unicode is in it, each once', () => {
  const decoder = decoderOf('euc-kr', { fatal: false })
  const bytes: number[] = []
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x41; trail < 0xff; trail += 1) bytes.push(lead, trail, 0x0a)
  const syllables = decoder.decode(Uint8Array.from(bytes)).split('\n').filter((each) => /^[가-힣]$/.test(each))
  expect([syllables.length, new Set(syllables).size]).toEqual([11_172, 11_172])
})
