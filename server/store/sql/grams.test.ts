import { describe, expect, it } from 'vitest'
import { gramsOf } from './grams.ts'

const owner = '018cc251-f400-7001-8000-000000000001'

describe('grams', () => {
  it.each([
    ['coho', 'oh', true], ['coho', 'co', true], ['coho', 'oc', false], ['a\nb', 'ab', false], ['', 'a', true], ['한빛', '빛', true],
    ['한빛 물산', '물산', true], ['물류', '류물', false], ['物流', '流', true], ['ガス', 'ガ', true], ['🦊🦊', '🦊🦊', true],
  ])('of %j hold those of %j: %s', (text, part, held) => {
    const grams = new Set(gramsOf(owner, text))
    expect(gramsOf(owner, part).every((gram) => grams.has(gram))).toBe(held)
  })

  it.each([['a', 0], ['ä', 0], ['aaaa', 1], ['한', 1], ['한빛', 3], ['한빛\n한빛', 3]])('of %j are %d', (text, count) =>
    expect(gramsOf(owner, text)).toHaveLength(count))

  it('of another owner are others, and each fits into an integer', () => {
    const [one, other] = [gramsOf(owner, 'coho vineyard'), gramsOf('018cc251-f400-7001-8000-000000000002', 'coho vineyard')]
    expect(one.filter((gram) => other.includes(gram))).toEqual([])
    for (const gram of one) expect(gram | 0).toBe(gram)
  })
})
