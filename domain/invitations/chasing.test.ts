import { describe, expect, it } from 'vitest'
import { actor, codeOf, handedOver, invitation } from '../testing/facts.ts'
import { allowed, refused } from '../verdict.ts'
import { canChase, type Chase, outlookOf } from './chasing.ts'
import type { InvitationRecord } from './invitation.ts'
import { noReminders } from './reminders.ts'

const now = new Date('2026-03-20T12:00:00.000Z')
const ago = (hours: number): string => new Date(now.getTime() - hours * 60 * 60 * 1000).toISOString()
const open = { expiresAt: ago(-240), since: ago(72), customer: { email: 'ana@coho.example' } }
const shown = (given: InvitationRecord) => ({ ...given, remindedAt: given.reminders.lastAt, remindersStoppedAt: given.reminders.stoppedAt })

describe('what may be done to one of many', () => {
  const maker = actor('indirect_provider', 'sales_agent')
  const carrier = actor('indirect_reseller', 'sales_agent')
  const helpdesk = actor('indirect_provider', 'helpdesk_agent')
  const created = invitation({ ...open, state: 'created' })
  const sent = invitation({ ...open, state: 'sent' })
  const lately = invitation({ ...open, state: 'sent', reminders: { ...noReminders, lastAt: ago(3) } })
  const carried = handedOver({ ...open, state: 'sent' })
  const forwarded = handedOver({ ...open, state: 'forwarded' })
  const accepted = invitation({ ...open, state: 'accepted' })

  it.each([
    ['the maker, not yet sent', maker, created, ['not_with_customer', 'allowed', 'allowed']],
    ['the maker, sent', maker, sent, ['allowed', 'already_sent', 'allowed']],
    ['the maker, reminded of lately', maker, lately, ['reminded_lately', 'already_sent', 'allowed']],
    ['the maker, with the reseller', maker, carried, ['allowed', 'reseller_forwards', 'allowed']],
    ['the maker, accepted', maker, accepted, ['already_answered', 'already_answered', 'already_answered']],
    ['the reseller, whose turn it is', carrier, carried, ['not_with_customer', 'not_yours_to_change', 'not_yours_to_change']],
    ['the reseller, forwarded', carrier, forwarded, ['allowed', 'not_yours_to_change', 'not_yours_to_change']],
    ['a helpdesk agent', helpdesk, sent, Array<string>(3).fill('needs_admin_or_sales_agent')],
  ])('BR-25, BR-26 %s', (_who, person, given, expected) => {
    const toldOf = (chase: Chase) => codeOf(canChase(chase, person, shown(given), { now, sendsMail: true })).replace('invitation.', '')
    expect([toldOf('remind'), toldOf('send'), toldOf('withdraw')]).toEqual(expected)
  })
})

describe('what would become of many', () => {
  const answered = refused('state', 'invitation.already_answered', 'BR-37')
  const lately = (hours: number) => refused('limit', 'invitation.reminded_lately', 'BR-25', { params: { hours } })

  it('says each reason once, that of the most rows first, and the longest wait', () => {
    const rows = [lately(3), answered, allowed, lately(20), lately(1), allowed]
    expect(outlookOf(rows, (verdict) => verdict)).toEqual({
      may: [allowed, allowed],
      not: [
        { refusal: lately(20), rows: [lately(3), lately(20), lately(1)] },
        { refusal: answered, rows: [answered] },
      ],
    })
  })

  it('leaves nobody out of a selection of which all may be done', () =>
    expect(outlookOf([1, 2], () => allowed)).toEqual({ may: [1, 2], not: [] }))
})
