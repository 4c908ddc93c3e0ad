import { describe, expect, it } from 'vitest'
import {
  answerTo, azure, me, microsoft, owner, readAloud, reseller, reservation, software, times, unreadIn, type Row,
} from '../testing/guidance-table.ts'

const intoCsp: readonly Row[] = [
  ['BR-08, BR-55 from Microsoft: owner without rights', { channel: 'microsoft_direct', seller: microsoft }, owner, [
    'No. It cannot move while it runs.',
    '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
    '• The customer cancels it, and buys it again from you.',
    'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
    'BR-55: Its data is kept for 30 days after the end.',
  ]],
  ['BR-08, BR-55, BR-54b from Microsoft: reseller without rights', { channel: 'microsoft_direct', seller: microsoft }, reseller, [
    'No. It cannot move while it runs.',
    '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
    '• The customer cancels it, and buys it again from you.',
    'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
    'BR-55: Its data is kept for 30 days after the end.',
    'BR-54b: You sell through your provider, which places the order.',
  ]],
  [
    'BR-08, BR-55 from Microsoft, end unknown: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endUnknown }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and ask Microsoft when the term ends; then the customer buys it again from you.',
      '• The customer cancels it, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-55, BR-54b from Microsoft, end unknown: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endUnknown }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and ask Microsoft when the term ends; then the customer buys it again from you.',
      '• The customer cancels it, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-08, BR-55 from Microsoft, can be canceled: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.cancellable }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      '• The customer cancels it by March 5, 2026, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-55, BR-54b from Microsoft, can be canceled: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.cancellable }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      '• The customer cancels it by March 5, 2026, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-08, BR-63, BR-55 from Microsoft, cannot be canceled: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.notCancellable }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-63: It can no longer be canceled: the window closed on June 8, 2025.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-63, BR-55, BR-54b from Microsoft, cannot be canceled: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.notCancellable }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-63: It can no longer be canceled: the window closed on June 8, 2025.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15, BR-55 from Microsoft, ended lately: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you by March 17, 2026.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-15, BR-55, BR-54b from Microsoft, ended lately: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you by March 17, 2026.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15, BR-55 from Microsoft, ended long ago: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endedLongAgo }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data may be lost: it was kept until February 14, 2026.',
    ],
  ],
  [
    'BR-15, BR-55, BR-54b from Microsoft, ended long ago: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.endedLongAgo }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data may be lost: it was kept until February 14, 2026.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15, BR-55 from Microsoft, deleted: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.deleted }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-15, BR-55, BR-54b from Microsoft, deleted: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...times.deleted }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-09, BR-14, BR-10 from Microsoft, Azure: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...azure }, owner, [
      'By hand only. Nothing carries it over: it is set up anew in CSP.',
      '1. Create a new Azure subscription in CSP.',
      '2. Move data and settings by hand.',
      '3. The customer cancels single services or the whole old subscription.',
      'BR-09: Microsoft’s documentation names no path into CSP but these steps.',
      'BR-14: Azure in CSP may stand beside the old one in the same tenant.',
      'BR-10: CSP may not offer every Azure service in use yet; check first.',
    ],
  ],
  [
    'BR-15 from Microsoft, Azure, ended lately: owner without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...azure, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
    ],
  ],
  [
    'BR-15, BR-54b from Microsoft, Azure, ended lately: reseller without rights',
    { channel: 'microsoft_direct', seller: microsoft, ...azure, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  ['BR-09, BR-14, BR-10 from you as Advisor, Azure: owner without rights', { channel: 'advisor', seller: me, ...azure }, owner, [
    'By hand only. Nothing carries it over: it is set up anew in CSP.',
    '1. Create a new Azure subscription in CSP.',
    '2. Move data and settings by hand.',
    '3. The customer cancels single services or the whole old subscription.',
    'BR-09: Azure bought through Advisor, Open or EA has no supported path into CSP.',
    'BR-14: Azure in CSP may stand beside the old one in the same tenant.',
    'BR-10: CSP may not offer every Azure service in use yet; check first.',
  ]],
  ['BR-08 from Microsoft, software: owner without rights', { channel: 'microsoft_direct', seller: microsoft, ...software }, owner, [
    'Not documented. No page says how a reservation or a software purchase could move.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-08: The pages on moving speak of subscriptions alone.',
  ]],
  ['BR-11 from Microsoft, reservation: owner without rights', { channel: 'microsoft_direct', seller: microsoft, ...reservation }, owner, [
    'Not documented. No page says how a reservation or a software purchase could move.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-11: The pages on moving speak of subscriptions alone.',
  ]],
]

describe.each(['global', 'germany'] as const)('%s: could it come into CSP?', (cloud) => {
  it.each(intoCsp)('%s', (_title, facts, asker, reads) => {
    const answer = answerTo('into_csp', cloud, facts, asker)
    expect(answer && readAloud(answer)).toEqual(reads)
  })

  it('nothing else is ever read', () => expect(unreadIn(cloud, { into_csp: intoCsp })).toEqual([]))
})
