import { describe, expect, it } from 'vitest'
import {
  answerTo, azure, me, microsoft, myProvider, owner, partner, readAloud, reseller, times, unreadIn, withDap, without, type Row,
} from '../testing/guidance-table.ts'

const support: readonly Row[] = [
  ['BR-47, BR-71 you sell it: owner without rights', { channel: 'csp', seller: me }, owner, [
    'Yes, after this. You sell it, so its support is yours.',
    '1. Send the customer an invitation. In this cloud it asks for admin rights, too.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
    'BR-71: A reseller relationship alone opens neither users nor licenses nor support requests.',
  ]],
  ['BR-47 you sell it: owner with DAP', { channel: 'csp', seller: me }, withDap(owner), [
    'Yes. You sell it, so its support is yours.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
  ]],
  ['you sell it, ended lately: owner without rights', { channel: 'csp', seller: me, ...times.endedLately }, owner, [
    'Ended. It has ended, and nothing is left to support.',
    '• The customer buys it again from you.',
  ]],
  ['BR-06 another partner sells it: owner without rights', { channel: 'csp', seller: partner }, owner, [
    'No. You can neither support it nor have it moved to you: a customer in this cloud has one partner.',
    '• Leave its support to Adatum Direct.',
    '• Invite the customer once nothing that Adatum Direct sold it runs any more.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-06: Multi-channel and multi-partner do not apply in this cloud.',
  ]],
  [
    'BR-06 another partner sells it, ended lately: owner without rights',
    { channel: 'csp', seller: partner, ...times.endedLately }, owner, [
      'No. You can neither support it nor have it moved to you: a customer in this cloud has one partner.',
      '• Invite the customer once nothing that Adatum Direct sold it runs any more.',
      '• Ask Microsoft partner support before you promise anything.',
      'BR-06: Multi-channel and multi-partner do not apply in this cloud.',
    ],
  ],
  ['BR-29, BR-54b your provider sells it: reseller without rights', { channel: 'csp', seller: myProvider }, reseller, [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Have your provider ask the customer for your admin rights.',
    'BR-29: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-29, BR-54b your provider sells it: reseller without relationship', { channel: 'csp', seller: myProvider }, without(reseller), [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Have your provider ask the customer for your admin rights.',
    'BR-29: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-54b your provider sells it: reseller with DAP', { channel: 'csp', seller: myProvider }, withDap(reseller), [
    'Yes. Wide World Importers sells it, and you look after it.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-06 from Microsoft: owner without rights', { channel: 'microsoft_direct', seller: microsoft }, owner, [
    'No. You can neither support it nor have it moved to you: a customer in this cloud has one partner.',
    '• Leave its support to Microsoft.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-06: Multi-channel and multi-partner do not apply in this cloud.',
  ]],
  [
    'BR-06 from Microsoft, ended lately: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endedLately }, owner, [
      'No. You can neither support it nor have it moved to you: a customer in this cloud has one partner.',
      '• Ask Microsoft partner support before you promise anything.',
      'BR-06: Multi-channel and multi-partner do not apply in this cloud.',
    ],
  ],
  ['BR-43 you sell it, Azure: owner without rights', { channel: 'csp', seller: me, ...azure }, owner, [
    'Yes. You sell it, so its support is yours.',
    'BR-43: Azure that you provision yourself needs no admin rights.',
  ]],
  [
    'BR-44, BR-54g, BR-54b your provider sells it, Azure: reseller without rights',
    { channel: 'csp', seller: myProvider, ...azure }, reseller, [
      'Yes, after this. Wide World Importers sells it, and you look after it.',
      '1. Ask Wide World Importers or the customer for a role in this Azure subscription itself.',
      'BR-44: Azure opens to a role in the subscription, not to admin rights in the tenant.',
      'BR-54g: Azure support requests are opened by Wide World Importers; an indirect reseller cannot.',
      'BR-54b: Orders, seats and renewal go through Wide World Importers.',
    ],
  ],
]

const asked = [
  ['support', support],
] as const

describe.each(asked)('usgov: %s', (question, rows) => {
  it.each(rows)('%s', (_title, facts, asker, reads) => {
    const answer = answerTo(question, 'usgov', facts, asker)
    expect(answer && readAloud(answer)).toEqual(reads)
  })
})

it('nothing else is ever read', () => expect(unreadIn('usgov', Object.fromEntries(asked))).toEqual([]))
