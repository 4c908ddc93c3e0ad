import { expect, it } from 'vitest'
import { rules } from '../../../domain/rules/rules.ts'
import { RuleInWords } from '../../../domain/rules/schemas.ts'
import { openWorld } from '../testing/world.ts'

it('everybody reads every rule in their language, with the pages that it restates', async () => {
  const world = await openWorld()
  const read = async (language: string) => {
    const answer = await world.guest('/rules', { headers: { 'Accept-Language': language } })
    return RuleInWords.array().parse(((await answer.json()) as { items: unknown }).items)
  }
  const [english, korean] = [await read('en'), await read('ko')]
  expect(english.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
  expect(english[0]).toMatchObject({
    id: 'BR-01', group: 'A', clouds: ['china'], concerns: ['direct_partner', 'indirect_provider', 'indirect_reseller'],
    source: ['Multi-channel customers (21Vianet)'],
  })
  for (const [index, { statement }] of english.entries()) {
    expect(statement).toMatch(/^[A-Z].*\.$/s)
    expect(korean[index]?.statement).toMatch(/[가-힣]/)
  }
  await world.close()
})
