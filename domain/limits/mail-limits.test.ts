import { expect, it } from 'vitest'
import { limitOfNews, limitsOfRequested, mailboxOf, mailsADay } from './mail-limits.ts'

it.each([
  ['Somebody@Northwind.example', 'somebody@northwind.example'],
  ['a+1@b.example', 'a@b.example'],
  ['a+1+2@B.example', 'a@b.example'],
  ['a@MÜNCHEN.example', 'a@xn--mnchen-3ya.example'],
  ['a@xn--mnchen-3ya.example', 'a@xn--mnchen-3ya.example'],
  ['+1@b.example', '+1@b.example'],
])('%s ends up at %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox))

it('a mail that somebody asks for counts for the person, the organization, and the address from here and in all', () => {
  expect(limitsOfRequested({ organizationId: 'o', to: 'A+x@b.example' }, 'u').map(({ owner, what, most }) => [owner, what, most])).toEqual([
    ['o', 'mail/by/u', mailsADay.person], ['o', 'mail', mailsADay.organization],
    ['o', 'mail/to/a@b.example', mailsADay.addressFromOne], ['a@b.example', 'mail', mailsADay.addressInAll],
  ])
})

it('news counts for its reader, by whom it is of', () => {
  expect(limitOfNews({ organizationId: 'o', to: 'a@b.example' })).toMatchObject({ owner: 'o', what: 'news/to/a@b.example' })
})

it('leaves room for 500 invitations in bulk, sent and sent again', () => {
  expect(mailsADay.person).toBeGreaterThanOrEqual(2 * 500)
  expect(mailsADay.organization).toBeGreaterThan(mailsADay.person)
  expect(mailsADay.addressInAll).toBeGreaterThan(mailsADay.addressFromOne)
})
