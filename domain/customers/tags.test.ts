import { describe, expect, it } from 'vitest'
import { CustomerTags } from './schemas.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Tag ${at}`)
const read = (tags: unknown) => {
  const { success, data } = CustomerTags.safeParse({ tags })
  return success ? data.tags : 'refused'
}

describe('BR-109: the tags of a customer', () => {
  it.each<[string, unknown, unknown]>([
    ['none', [], []],
    ['150', numbered(150), numbered(150)],
    ['151', numbered(151), 'refused'],
    ['151 of which two are one', [...numbered(150), 'TAG 149'], numbered(150)],
    ['50 characters', ['x'.repeat(50)], ['x'.repeat(50)]],
    ['51 characters', ['x'.repeat(51)], 'refused'],
    ['50 characters within spaces', [`  ${'x'.repeat(50)}\n`], ['x'.repeat(50)]],
    ['nothing but spaces', [' '], 'refused'],
    ['the same in another case', ['VIP', 'north', 'vip', 'Vip'], ['VIP', 'north']],
    ['the same in another width', ['ＶＩＰ', 'vip'], ['ＶＩＰ']],
    ['the order given', ['b', 'a', '가', 'B'], ['b', 'a', '가']],
    ['invisible characters', ['V\u200bI\u202eP', 'VIP'], ['VIP']],
    ['several lines', ['a\n  b'], ['a b']],
    ['no words', [1], 'refused'],
  ])('%s', (_name, tags, expected) => expect(read(tags)).toEqual(expected))
})
