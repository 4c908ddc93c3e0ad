import { describe, expect, it } from 'vitest'
import {
  answerTo, azure, owner, partner, partnerElsewhere, readAloud, reseller, reservation, software, times, unreadIn, without, type Row,
} from '../testing/guidance-table.ts'

const toMe: readonly Row[] = [
  ['BR-08, BR-55 another partner sells it: owner without rights', { channel: 'csp', seller: partner }, owner, [
    'No. It cannot move while it runs.',
    '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
    '• The customer cancels it, and buys it again from you.',
    'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
    'BR-55: Its data is kept for 30 days after the end.',
  ]],
  ['BR-08, BR-55, BR-54b another partner sells it: reseller without rights', { channel: 'csp', seller: partner }, reseller, [
    'No. It cannot move while it runs.',
    '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
    '• The customer cancels it, and buys it again from you.',
    'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
    'BR-55: Its data is kept for 30 days after the end.',
    'BR-54b: You sell through your provider, which places the order.',
  ]],
  [
    'BR-08, BR-55 another partner sells it, end unknown: owner without rights',
    { channel: 'csp', seller: partner, ...times.endUnknown }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and ask Adatum Direct when the term ends; then the customer buys it again from you.',
      '• The customer cancels it, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-55, BR-54b another partner sells it, end unknown: reseller without rights',
    { channel: 'csp', seller: partner, ...times.endUnknown }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and ask Adatum Direct when the term ends; then the customer buys it again from you.',
      '• The customer cancels it, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-08, BR-55 another partner sells it, can be canceled: owner without rights',
    { channel: 'csp', seller: partner, ...times.cancellable }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      '• The customer cancels it by March 5, 2026, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-55, BR-54b another partner sells it, can be canceled: reseller without rights',
    { channel: 'csp', seller: partner, ...times.cancellable }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      '• The customer cancels it by March 5, 2026, and buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-08, BR-63, BR-55 another partner sells it, cannot be canceled: owner without rights',
    { channel: 'csp', seller: partner, ...times.notCancellable }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-63: It can no longer be canceled: the window closed on June 8, 2025.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-08, BR-63, BR-55, BR-54b another partner sells it, cannot be canceled: reseller without rights',
    { channel: 'csp', seller: partner, ...times.notCancellable }, reseller, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-63: It can no longer be canceled: the window closed on June 8, 2025.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15, BR-55 another partner sells it, ended lately: owner without rights',
    { channel: 'csp', seller: partner, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you by March 17, 2026.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
  [
    'BR-15, BR-55, BR-54b another partner sells it, ended lately: reseller without rights',
    { channel: 'csp', seller: partner, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you by March 17, 2026.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15, BR-55 another partner sells it, ended long ago: owner without rights',
    { channel: 'csp', seller: partner, ...times.endedLongAgo }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data may be lost: it was kept until February 14, 2026.',
    ],
  ],
  [
    'BR-15, BR-55, BR-54b another partner sells it, ended long ago: reseller without rights',
    { channel: 'csp', seller: partner, ...times.endedLongAgo }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data may be lost: it was kept until February 14, 2026.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  ['BR-15, BR-55 another partner sells it, deleted: owner without rights', { channel: 'csp', seller: partner, ...times.deleted }, owner, [
    'Yes, after this. It has ended, so the customer may buy it from you.',
    '1. The customer buys it again from you.',
    'BR-15: A customer may work with several partners.',
    'BR-55: Its data is kept for 30 days after the end.',
  ]],
  [
    'BR-15, BR-55, BR-54b another partner sells it, deleted: reseller without rights',
    { channel: 'csp', seller: partner, ...times.deleted }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-55: Its data is kept for 30 days after the end.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  [
    'BR-15 another partner sells it, Azure, ended lately: owner without rights',
    { channel: 'csp', seller: partner, ...azure, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
    ],
  ],
  [
    'BR-15, BR-54b another partner sells it, Azure, ended lately: reseller without rights',
    { channel: 'csp', seller: partner, ...azure, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you.',
      'BR-15: A customer may work with several partners.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  ['BR-08 another partner sells it, software: owner without rights', { channel: 'csp', seller: partner, ...software }, owner, [
    'Not documented. No page says how a reservation or a software purchase could move.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-08: The pages on moving speak of subscriptions alone.',
  ]],
  ['BR-11 another partner sells it, reservation: owner without rights', { channel: 'csp', seller: partner, ...reservation }, owner, [
    'Not documented. No page says how a reservation or a software purchase could move.',
    '• Ask Microsoft partner support before you promise anything.',
    'BR-11: The pages on moving speak of subscriptions alone.',
  ]],
  [
    'BR-08, BR-63, BR-55 from a third party in CSP, cannot be canceled: owner without rights',
    { channel: 'third_party', seller: partnerElsewhere, ...times.notCancellable }, owner, [
      'No. It cannot move while it runs.',
      '• Turn automatic renewal off and let the term end on June 1, 2026; then the customer buys it again from you.',
      'BR-08: A license-based subscription does not change partner before its term ends or it is canceled.',
      'BR-63: It can no longer be canceled: the window closed on June 8, 2025.',
      'BR-55: Its data is kept for 30 days after the end.',
    ],
  ],
]

const withAgreement: readonly Row[] = [
  ['BR-11, BR-57 another partner sells it, Azure: owner without rights', { channel: 'csp', seller: partner, ...azure }, owner, [
    'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
    '1. The customer accepts the Microsoft Customer Agreement with you.',
    '2. You, as the future partner, start the transfer request.',
    '3. Adatum Direct, as the current partner, accepts it.',
    'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
    'BR-57: The transfer leaves access rights as they are, and gives you none.',
  ]],
  [
    'BR-11, BR-57 another partner sells it, Azure: owner without relationship',
    { channel: 'csp', seller: partner, ...azure }, without(owner), [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. Send the customer an invitation.',
      '2. The customer accepts the Microsoft Customer Agreement with you.',
      '3. You, as the future partner, start the transfer request.',
      '4. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
  [
    'BR-11, BR-59, BR-57 another partner sells it, Azure: reseller without rights',
    { channel: 'csp', seller: partner, ...azure }, reseller, [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. The customer accepts the Microsoft Customer Agreement with your provider.',
      '2. Your provider, as the future partner, starts the transfer request.',
      '3. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-59: Only partners that Microsoft bills take part in a transfer.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
  [
    'BR-11, BR-59, BR-57 another partner sells it, Azure: reseller without relationship',
    { channel: 'csp', seller: partner, ...azure }, without(reseller), [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. Ask your provider for an invitation, and forward it to the customer.',
      '2. The customer accepts the Microsoft Customer Agreement with your provider.',
      '3. Your provider, as the future partner, starts the transfer request.',
      '4. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-59: Only partners that Microsoft bills take part in a transfer.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
]

const withoutAgreement: readonly Row[] = [
  ['BR-11, BR-57 another partner sells it, Azure: owner without rights', { channel: 'csp', seller: partner, ...azure }, owner, [
    'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
    '1. You, as the future partner, start the transfer request.',
    '2. Adatum Direct, as the current partner, accepts it.',
    'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
    'BR-57: The transfer leaves access rights as they are, and gives you none.',
  ]],
  [
    'BR-11, BR-57 another partner sells it, Azure: owner without relationship',
    { channel: 'csp', seller: partner, ...azure }, without(owner), [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. Send the customer an invitation.',
      '2. You, as the future partner, start the transfer request.',
      '3. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
  [
    'BR-11, BR-59, BR-57 another partner sells it, Azure: reseller without rights',
    { channel: 'csp', seller: partner, ...azure }, reseller, [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. Your provider, as the future partner, starts the transfer request.',
      '2. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-59: Only partners that Microsoft bills take part in a transfer.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
  [
    'BR-11, BR-59, BR-57 another partner sells it, Azure: reseller without relationship',
    { channel: 'csp', seller: partner, ...azure }, without(reseller), [
      'Yes, after this. It moves by a transfer that Adatum Direct accepts.',
      '1. Ask your provider for an invitation, and forward it to the customer.',
      '2. Your provider, as the future partner, starts the transfer request.',
      '3. Adatum Direct, as the current partner, accepts it.',
      'BR-11: Azure bought from a CSP partner may move to another CSP partner.',
      'BR-59: Only partners that Microsoft bills take part in a transfer.',
      'BR-57: The transfer leaves access rights as they are, and gives you none.',
    ],
  ],
]

describe.each([
  ['global', [...toMe, ...withAgreement]],
  ['germany', [...toMe, ...withoutAgreement]],
] as const)('%s: could it move to me?', (cloud, rows) => {
  it.each(rows)('%s', (_title, facts, asker, reads) => {
    const answer = answerTo('to_me', cloud, facts, asker)
    expect(answer && readAloud(answer)).toEqual(reads)
  })

  it('nothing else is ever read', () => expect(unreadIn(cloud, { to_me: rows })).toEqual([]))
})
