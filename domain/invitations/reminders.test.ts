import { describe, expect, it } from 'vitest'
import { actor, handedOver, invitation, organization, told } from '../testing/facts.ts'
import type { InvitationRecord } from './invitation.ts'
import { canRemind, dueReminder, nextEvent, noReminders, overdueAfterDays, overdueSince, remindAt, reminderAddress } from './reminders.ts'
import { reissueInvitation } from './transitions.ts'

const now = new Date('2026-03-20T12:00:00.000Z')
const ago = (days: number): string => new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString()
const customer = { email: 'ana@coho.example' }
const forwards = [{ at: ago(3), by: 'R', email: 'it@coho.example' }]
const reminders = (changes: Partial<InvitationRecord['reminders']>) => ({ ...noReminders, ...changes })

const sent = (changes: Partial<InvitationRecord> = {}): InvitationRecord =>
  invitation({ state: 'sent', since: ago(3), customer, expiresAt: ago(-10), ...changes })

const held = (days: number, changes: Partial<InvitationRecord> = {}): InvitationRecord =>
  handedOver({ since: ago(days), expiresAt: ago(-9), ...changes })

describe('which reminder is due', () => {
  it.each<[string, InvitationRecord, number | null]>([
    ['the first, three days after it was sent', sent(), 3],
    ['none a moment before', sent({ since: ago(2.999) }), null],
    ['the second, when the first has been sent', sent({ since: ago(7), reminders: reminders({ sent: [3], lastAt: ago(4) }) }), 7],
    ['none between two', sent({ since: ago(5), reminders: reminders({ sent: [3], lastAt: ago(2) }) }), null],
    ['the third', sent({ since: ago(14), reminders: reminders({ sent: [3, 7], lastAt: ago(7) }) }), 14],
    ['none after the last', sent({ since: ago(30), reminders: reminders({ sent: [3, 7, 14], lastAt: ago(16) }) }), null],
    ['each once', sent({ reminders: reminders({ sent: [3], lastAt: ago(1) }) }), null],
    ['only the latest after a late start', sent({ since: ago(9) }), 7],
    ['and nothing of what was skipped', sent({ since: ago(9), reminders: reminders({ sent: [7], lastAt: ago(1.5) }) }), null],
    ['none within 24 hours of one by hand', sent({ reminders: reminders({ lastAt: ago(0.9) }) }), null],
    ['that one later', sent({ since: ago(3.2), reminders: reminders({ lastAt: ago(1) }) }), 3],
    ['by the partner’s own days', sent({ since: ago(1), reminders: reminders({ days: [1, 30] }) }), 1],
    ['none without a schedule', sent({ since: ago(9), reminders: reminders({ days: [] }) }), null],
    ['none before it is sent', sent({ state: 'created' }), null],
    ['the reseller, while it has it', held(9, { customer }), 7],
    ['the reseller, whether or not the customer has an address', held(3), 3],
    ['the reseller not before', held(2.9), null],
    ['the reseller once for each day', held(6, { reminders: reminders({ lastAt: ago(2) }) }), null],
    ['the reseller on the next one', held(7, { reminders: reminders({ lastAt: ago(4) }) }), 7],
    ['the reseller not soon after one by hand', held(3.2, { reminders: reminders({ lastAt: ago(0.5) }) }), null],
    ['the reseller, whatever the customer wants', held(3, { reminders: reminders({ stoppedAt: ago(4) }) }), 3],
    ['nobody of what the reseller let lapse', held(9, { expiresAt: ago(1) }), null],
    ['nobody of what came back from it', held(9, { state: 'returned' }), null],
    ['after the forward, to where it went', handedOver({ state: 'forwarded', since: ago(3), forwards, expiresAt: ago(-9) }), 3],
    ['after a failed attempt', sent({ state: 'failed' }), 3],
    ['three days after it was opened', sent({ state: 'opened' }), 3],
    ['none on the day of the opening', sent({ state: 'opened', since: ago(0.1), reminders: reminders({ days: [1] }) }), null],
    ['none without an address', sent({ customer: { companyName: 'Coho' } }), null],
    ['none when the customer wants no more', sent({ reminders: reminders({ stoppedAt: ago(2) }) }), null],
    ['none when it has lapsed', sent({ expiresAt: now.toISOString() }), null],
    ['none once accepted', sent({ state: 'accepted' }), null],
    ['none once declined', sent({ state: 'declined' }), null],
    ['none once withdrawn', sent({ state: 'withdrawn' }), null],
    ['none when a reusable one has been accepted', sent({ reusable: true, acceptedCount: 1 }), null],
  ])('BR-25 %s', (_clause, given, expected) => {
    expect(dueReminder(given, now)).toBe(expected)
    const [at, time] = [remindAt(given, null), now.toISOString()]
    expect(at !== null && at <= time && time < given.expiresAt).toBe(expected !== null)
  })

  it.each([
    ['half a minute ago', '2026-03-20T11:59:30.000Z', null],
    ['this morning, yesterday in UTC and today in Seoul', '2026-03-19T23:59:59.999Z', null],
    ['a moment less than a day ago', '2026-03-19T12:00:00.001Z', null],
    ['a day ago', '2026-03-19T12:00:00.000Z', 3],
  ])('BR-25 is quiet for 24 hours after it was opened, the day of the opening wherever that was: %s', (_when, lastOpenedAt, expected) => {
    expect(dueReminder(sent(), now, lastOpenedAt)).toBe(expected)
  })

  it('a new link begins anew, and still not within 24 hours', () => {
    const before = sent({ since: ago(7), reminders: reminders({ sent: [3, 7], lastAt: ago(0.5) }) })
    const reissued = { ...reissueInvitation(before, undefined, now), state: 'sent' as const }
    expect(reissued.reminders).toEqual(reminders({ sent: [], lastAt: ago(0.5) }))
    expect(dueReminder({ ...reissued, since: ago(3) }, now)).toBeNull()
    expect(dueReminder({ ...reissued, since: ago(3) }, new Date(now.getTime() + 43_200_000))).toBe(3)
  })

  it('goes to the last forward before the named address', () => {
    const two = [...forwards, { at: ago(1), by: 'R', email: 'two@coho.example' }]
    expect(reminderAddress({ delivery: 'via_reseller', customer, forwards: two })).toBe('two@coho.example')
    expect(reminderAddress({ delivery: 'direct', customer, forwards: two })).toBe('ana@coho.example')
    expect(reminderAddress({ delivery: 'via_reseller', customer, forwards: [] })).toBe('ana@coho.example')
    expect(reminderAddress({ delivery: 'via_reseller', customer: null, forwards: [] })).toBeNull()
  })
})

describe('what happens by itself next', () => {
  const lapse = { kind: 'lapse', at: ago(-10) } as const
  const reminder = (at: string) => ({ kind: 'reminder', at }) as const
  it.each<[string, InvitationRecord, boolean, ReturnType<typeof nextEvent>]>([
    ['the first reminder', sent({ since: ago(1) }), true, reminder(ago(-2))],
    ['one that is due already', sent(), true, reminder(ago(0))],
    ['the second after the first', sent({ reminders: reminders({ sent: [3], lastAt: ago(0) }) }), true, reminder(ago(-4))],
    ['a day after one by hand', sent({ reminders: reminders({ lastAt: ago(0.5) }) }), true, reminder(ago(-0.5))],
    ['nothing but the end where no mail leaves', sent(), false, lapse],
    ['the end, when it comes before the reminder', sent({ since: ago(1), expiresAt: ago(-1) }), true, { kind: 'lapse', at: ago(-1) }],
    ['the end, after the last reminder', sent({ since: ago(20), reminders: reminders({ sent: [14] }) }), true, lapse],
    ['the end, while it is its maker’s turn', sent({ state: 'created' }), true, lapse],
    ['the reminder of the reseller', held(1), true, reminder(ago(-2))],
    ['nothing, once it is answered', sent({ state: 'accepted' }), true, null],
    ['nothing, once it has lapsed', sent({ expiresAt: ago(1) }), true, null],
  ])('%s', (_clause, given, sendsMail, expected) => {
    expect(nextEvent(given, { now, sendsMail })).toEqual(expected)
  })

  it('waits for a day after an opening', () => {
    expect(nextEvent(sent(), { now, sendsMail: true, lastOpenedAt: ago(0.1) })).toEqual(reminder(ago(-0.9)))
    expect(nextEvent(sent({ reminders: reminders({ stoppedAt: ago(1) }) }), { now, sendsMail: true })).toEqual(lapse)
  })

  it('is never before a reminder is due, nor after', () => {
    for (const since of [0, 0.4, 1, 2.5, 3, 6.9, 7, 13, 15])
      for (const lastAt of [null, ago(0), ago(0.7), ago(2)])
        for (const sentDays of [[], [3], [3, 7], [7]]) {
          const given = sent({ since: ago(since), expiresAt: ago(-60), reminders: reminders({ sent: sentDays, lastAt }) })
          const next = nextEvent(given, { now, sendsMail: true })
          if (next?.kind !== 'reminder') continue
          const at = Date.parse(next.at)
          expect(dueReminder(given, new Date(at))).not.toBeNull()
          const before = [0.2, 0.5, 0.9, 0.999].map((part) => new Date(now.getTime() + part * (at - now.getTime()) - 1))
          const early = at === now.getTime() ? [] : before.filter((moment) => dueReminder(given, moment) !== null)
          expect(early).toEqual([])
        }
  })
})

describe('what is overdue', () => {
  it.each<[string, InvitationRecord, string | null]>([
    ['the customer has had it for three days', sent(), ago(0)],
    ['not a moment before', sent({ since: ago(2.999) }), null],
    ['the maker has not sent it', sent({ state: 'created', since: ago(4) }), ago(1)],
    ['the reseller has not forwarded it', handedOver({ since: ago(5), expiresAt: ago(-5) }), ago(2)],
    ['by the partner’s own first day', sent({ since: ago(5), reminders: reminders({ days: [5, 6] }) }), ago(0)],
    ['by the usual one where there is no schedule', sent({ reminders: reminders({ days: [] }) }), ago(0)],
    ['also when the customer wants no reminders', sent({ reminders: reminders({ stoppedAt: ago(1) }) }), ago(0)],
    ['not what is answered', sent({ state: 'accepted' }), null],
    ['not what has lapsed', sent({ expiresAt: ago(1) }), null],
    ['not a reusable one that has been accepted', sent({ reusable: true, acceptedCount: 2 }), null],
  ])('%s', (_clause, given, expected) => {
    expect(overdueSince(given, now)).toBe(expected)
  })

  it('is measured by the first day of the schedule', () => {
    expect([overdueAfterDays([5, 9]), overdueAfterDays([])]).toEqual([5, 3])
  })
})

describe('a reminder by hand', () => {
  const shown = (record: InvitationRecord) => ({
    ...record, remindedAt: record.reminders.lastAt, remindersStoppedAt: record.reminders.stoppedAt,
  })
  const forwarded = handedOver({ state: 'forwarded', since: ago(3), forwards, expiresAt: ago(-9) })
  const maker = actor('indirect_provider', 'sales_agent')
  const helpdesk = actor('indirect_provider', 'helpdesk_agent')
  const stopped = sent({ reminders: reminders({ stoppedAt: ago(1) }) })
  const lately = sent({ reminders: reminders({ lastAt: ago(0.999) }) })
  const carrier = actor('indirect_reseller', 'admin_agent')
  const stranger = { ...maker, organization: organization('direct_partner') }
  it.each([
    ['BR-25 the maker reminds', maker, sent(), true, 'allowed'],
    ['BR-25 also through a reseller', maker, forwarded, true, 'allowed'],
    ['BR-25 so does the reseller that carries it', carrier, forwarded, true, 'allowed'],
    ['BR-25 and after a failed attempt', maker, sent({ state: 'failed' }), true, 'allowed'],
    ['BR-26 nobody else', stranger, sent(), true, 'invitation.not_yours_to_change BR-26'],
    ['BR-40 a Helpdesk agent does not', helpdesk, sent(), true, 'invitation.needs_admin_or_sales_agent BR-40'],
    ['BR-37 not once it is answered', maker, sent({ state: 'declined' }), true, 'invitation.already_answered BR-37'],
    ['BR-37 not once it has lapsed', maker, sent({ expiresAt: ago(1) }), true, 'invitation.lapsed BR-37'],
    ['BR-25 not before the customer has it', maker, sent({ state: 'created' }), true, 'invitation.not_with_customer BR-25'],
    ['BR-25 the maker reminds the reseller whose turn it is', maker, held(1), true, 'allowed'],
    [
      'BR-25 the reseller at most once in 24 hours', maker, held(1, { reminders: reminders({ lastAt: ago(0.5) }) }), true,
      'invitation.reminded_lately BR-25',
    ],
    ['BR-25 nor the reseller from here where no mail leaves', maker, held(1), false, 'invitation.no_mail_here BR-25'],
    ['BR-25 not the reseller itself, before it forwards it', carrier, held(1), true, 'invitation.not_with_customer BR-25'],
    ['BR-25 not from here where no mail leaves', maker, sent({ customer: null }), false, 'invitation.no_mail_here BR-25'],
    ['BR-25 not without an address', maker, sent({ customer: null }), true, 'invitation.no_address BR-25'],
    ['BR-25 not when the customer wants no more', maker, stopped, true, 'invitation.reminders_stopped BR-25'],
    ['BR-25 not twice in 24 hours', maker, lately, true, 'invitation.reminded_lately BR-25'],
    ['BR-25 again after 24 hours', maker, sent({ reminders: reminders({ lastAt: ago(1) }) }), true, 'allowed'],
  ] as const)('%s', (_clause, who, given, sendsMail, expected) => {
    expect(told(canRemind(who, shown(given), { now, sendsMail }))).toBe(expected)
  })

  it('says in how many hours it can be sent again', () => {
    const verdict = canRemind(maker, shown(sent({ reminders: reminders({ lastAt: ago(0.75) }) })), { now, sendsMail: true })
    expect(verdict).toMatchObject({ because: 'limit', params: { hours: 6 } })
  })
})
