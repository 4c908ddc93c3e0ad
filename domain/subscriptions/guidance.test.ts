import { describe, expect, it } from 'vitest'
import { locales } from '../session/locales.ts'
import { clouds } from '../organizations/kinds.ts'
import { answersIn, codesOf, readAloud, situations } from '../testing/guidance-table.ts'
import { hasRights } from './permission-steps.ts'
import { isInCsp, saleOf } from './sale.ts'
import { Guidance, type GuidanceAnswer } from './schemas.ts'

/** Every possible answer, with the situations that lead to it. */
const everything = clouds.flatMap((cloud) =>
  situations(cloud).map((situation) => ({ cloud, ...situation, answers: answersIn(cloud, situation) })),
)
const actionsOf = (answer: GuidanceAnswer) => ('steps' in answer ? answer.steps : answer.waysOut)

/** The situations that break a promise, by what differs in the answer. */
const breaking = (breaks: (each: (typeof everything)[number]) => boolean): string[] => [
  ...new Set(everything.filter(breaks).map(({ cloud, answers }) => [cloud, ...answers.map(codesOf)].join(' | '))),
]

describe('whatever is bought, from whom, by whatever way, whoever asks', () => {
  it('there are answers of the promised shape, to one or two questions, support first', () => {
    for (const { answers } of new Map(everything.map((each) => [each.answers.map(codesOf).join(), each])).values()) {
      expect(Guidance.parse({ answers })).toEqual({ answers })
      expect([['support'], ['support', 'to_me'], ['support', 'into_csp'], ['to_me'], ['into_csp']])
        .toContainEqual(answers.map(({ question }) => question))
    }
  })

  it('an answer has steps or ways out: a yes and a by hand steps, everything else ways out, and never none', () => {
    expect(breaking(({ answers }) => answers.some((answer) => {
      const isYes = ['yes', 'after', 'by_hand'].includes(answer.verdict.answer)
      return 'steps' in answer !== isYes || (answer.verdict.answer !== 'yes' && actionsOf(answer).length === 0)
    }))).toEqual([])
  })

  it('no sentence is read twice, in any language', () => {
    const texts = new Map(everything.map(({ answers }) => [answers.map(codesOf).join(), answers]))
    for (const locale of locales) {
      for (const answers of texts.values()) {
        const lines = answers.flatMap((answer) => readAloud(answer, locale).slice(1))
        const sentences = lines.map((line) => line.replace(/^(?:\S+:|\d\.|•) /, ''))
        expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([])
      }
    }
  })

  it('who has rights, or needs none, is never sent for them', () => {
    const rights = [
      'send_invitation_with_rights', 'request_gdap', 'wait_for_gdap_approval', 'provider_asks_for_rights', 'customer_grants_rights',
    ]
    expect(breaking(({ asker, answers }) =>
      hasRights(asker) && answers.some((answer) => actionsOf(answer).some(({ code }) => rights.includes(code))))).toEqual([])
    expect(breaking(({ answers }) =>
      answers.some((answer) => 'waysOut' in answer && answer.waysOut.some(({ code }) => rights.includes(code))))).toEqual([])
  })

  it('a yes never stands beside rights that give no access', () => {
    const closed = ['azure_stays_closed', 'ea_outside_gdap', 'syndication_left_out']
    expect(breaking(({ answers }) =>
      answers.some(({ verdict, because }) => verdict.answer === 'yes' && because.some(({ code }) => closed.includes(code))))).toEqual([])
  })

  it('what is in CSP is never asked to come into CSP, and what is not never to change partner', () => {
    expect(breaking(({ facts, asker, answers }) => {
      const asked = answers.map(({ question }) => question)
      return isInCsp(saleOf(facts, asker)) ? asked.includes('into_csp') : asked.includes('to_me')
    })).toEqual([])
  })

  it('a third party outside CSP is never said to sell in CSP', () => {
    const partnerCodes = ['beside_partner', 'transfer']
    expect(breaking(({ facts, answers }) =>
      facts.seller?.inCsp === false && answers.some(({ verdict, because }) =>
        partnerCodes.includes(verdict.code) || because.some(({ code }) => code === 'seller_keeps_sale' || code === 'several_partners') &&
          verdict.code !== 'ended'))).toEqual([])
  })

  it('what the reader sells, itself or through its provider, is never a no, and is never to be cancelled or moved', () => {
    const away = ['cancel_then_rebuy', 'cancel_by_then_rebuy', 'wait_until_term_end', 'wait_until_term_end_unknown']
    expect(breaking(({ facts, asker, answers }) =>
      ['own', 'through_provider'].includes(saleOf(facts, asker)) &&
      (answers.length !== 1 || answers.some((answer) =>
        ['no', 'not_documented'].includes(answer.verdict.answer) ||
        actionsOf(answer).some(({ code }) => away.includes(code)))))).toEqual([])
  })

  it('where the pages are silent, or refuse, somebody is named to ask or a way is', () => {
    const asked = ({ cloud, answers }: (typeof everything)[number]) => {
      const ask = cloud === 'china' ? 'ask_21vianet' : 'ask_microsoft'
      return answers.some((answer) => actionsOf(answer).some(({ code }) => code === ask))
    }
    expect(breaking((each) => each.answers.some(({ verdict }) => verdict.answer === 'not_documented') && !asked(each))).toEqual([])
  })
})

describe('in English', () => {
  const texts = [...new Map(everything.flatMap(({ answers }) => answers.map((each) => [codesOf(each), readAloud(each)] as const))).values()]

  it.each([
    ['a no', /^(?:No|Not documented|Ended)\./, /so that you may/i],
    ['a yes', /^Yes\./, /no access|does not cover/i],
    ['any answer', /./, /sold in CSP/i],
  ])('%s is not contradicted', (_what, verdict, contradiction) => {
    expect(texts.filter(([first = '', ...rest]) => verdict.test(first) && rest.some((line) => contradiction.test(line)))).toEqual([])
  })
})

it('BR-58: what is license-based is never offered a transfer', () => {
  expect(breaking(({ facts, answers }) =>
    facts.billingType === 'license' &&
    answers.some((answer) => actionsOf(answer).some(({ code }) => code.includes('transfer'))))).toEqual([])
})

it('BR-56: the future partner starts the transfer before the current one accepts it', () => {
  expect(breaking(({ answers }) => answers.some((answer) => {
    const codes = actionsOf(answer).map(({ code }) => code)
    const starts = codes.findIndex((code) => code === 'you_request_transfer' || code === 'provider_requests_transfer')
    return codes.includes('seller_accepts_transfer') && !(starts !== -1 && starts < codes.indexOf('seller_accepts_transfer'))
  }))).toEqual([])
})
