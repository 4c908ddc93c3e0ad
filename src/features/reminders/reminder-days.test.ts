import { expect, it } from 'vitest'
import { ReminderSettingsDraft } from '../../../domain/reminders/schemas.ts'
import { daysOf } from './reminder-days.ts'

it.each([
  ['3, 7, 14', [3, 7, 14]],
  ['3 7;14', [3, 7, 14]],
  ['1、2，365', [1, 2, 365]],
  [' 5 ', [5]],
  ['', []],
  ['1,2,3,4,5', [1, 2, 3, 4, 5]],
  ['1,2,3,4,5,6', undefined],
  ['7, 3', undefined],
  ['3, 3', undefined],
  ['0', undefined],
  ['366', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['three', undefined],
])('"%s" is the schedule %j', (text, expected) => {
  const days = daysOf(text)
  expect(days).toEqual(expected)
  expect(ReminderSettingsDraft.safeParse({ days: days ?? [9, 1], noteToMaker: true }).success).toBe(days !== undefined)
})
