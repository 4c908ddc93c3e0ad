import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, type OpenedStore } from '../../store/testing/test-engines.ts'
import { trustClock } from './trusted-clock.ts'

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.parse('2026-05-31T12:00:00.000Z')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    let wall: number
    let ran: number
    beforeEach(async () => {
      opened = await engine.open()
      wall = start
      ran = 0
    })
    afterEach(() => opened.close())

    const pass = (milliseconds: number) => {
      wall += milliseconds
      ran += milliseconds
    }
    const jump = (milliseconds: number) => { wall += milliseconds }
    const open = (confirmedDay?: string) =>
      trustClock(opened.db, { now: () => new Date(wall), monotonic: () => ran, log: pino({ level: 'silent' }), confirmedDay })

    it.each([
      ['runs as it should for 400 days', () => pass(400 * day), true],
      ['is set right by an hour', () => jump(60 * minute), true],
      ['jumps 400 days forward', () => jump(400 * day), false],
      ['jumps a day and a minute forward', () => jump(day + minute), false],
      ['jumps two days back', () => jump(-2 * day), false],
    ])('a process whose clock %s: trusted is %s', async (_what, happens, trusted) => {
      const clock = await open()
      happens()
      expect([clock.isTrusted(), await clock.look(), clock.isTrusted()]).toEqual([trusted, trusted, trusted])
    })

    it.each([
      ['a week later', 7 * day, true],
      ['400 days later', 400 * day, false],
      ['two days earlier', -2 * day, false],
    ])('a process that starts %s than the last one worked: trusted is %s', async (_when, apart, trusted) => {
      await open()
      jump(apart)
      expect((await open()).isTrusted()).toBe(trusted)
    })

    it('stays held for every process, also after the clock is right again, until a person names the day', async () => {
      const [first, second] = [await open(), await open()]
      jump(400 * day)
      expect(await first.look()).toBe(false)
      jump(-400 * day)
      pass(minute)
      expect([await first.look(), await second.look(), (await open()).isTrusted(), (await open('2025-05-31')).isTrusted()]).toEqual([
        false, false, false, false,
      ])
      expect((await open('2026-05-31')).isTrusted()).toBe(true)
      pass(minute)
      expect([await first.look(), await second.look()]).toEqual([true, true])
    })
  })
