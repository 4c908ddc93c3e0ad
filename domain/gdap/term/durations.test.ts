import { expect, it } from 'vitest'
import { daysOf, extendsItself } from './durations.ts'

it.each([
  ['BR-80 one day', 'P1D', 1],
  ['BR-80 two years in days', 'P730D', 730],
  ['BR-80 two years', 'P2Y', 730],
  ['BR-80 one year', 'P1Y', 365],
  ['BR-80 none at all', 'P0D', undefined],
  ['BR-80 a day more than two years', 'P731D', undefined],
  ['BR-80 three years', 'P3Y', undefined],
  ['BR-80 no duration', '365', undefined],
  ['BR-80 hours', 'PT24H', undefined],
  ['BR-80 weeks', 'P104W', 728],
  ['BR-80 a week too many', 'P105W', undefined],
  ['BR-80 twelve months are a year', 'P12M', 365],
  ['BR-80 twenty-four are two', 'P24M', 730],
  ['BR-80 six, which are 181 to 184 days', 'P6M', undefined],
  ['BR-80 a year and some days', 'P1Y30D', 395],
  ['BR-80 weeks beside another unit, which ISO 8601 does not have', 'P1Y2W', undefined],
  ['BR-80 nothing counted', 'P', undefined],
  ['BR-81 for ever', '', undefined],
  ['BR-80 backwards', 'P-1D', undefined],
] as const)('%s', (_name, duration, days) => expect(daysOf(duration)).toBe(days))

it.each([
  ['BR-86 no', 'PT0S', false],
  ['BR-86 no, spelt in days', 'P0D', false],
  ['BR-86 half a year at a time', 'P180D', true],
] as const)('%s', (_name, duration, yes) => expect(extendsItself(duration)).toBe(yes))
