import { describe, expect, it } from 'vitest'
import {
  answerTo, azure, me, myProvider, operator, outside, owner, partner, readAloud, reseller, times, unreadIn, withDap, withGdap, without,
  type Row,
} from '../testing/guidance-table.ts'

const support: readonly Row[] = [
  ['BR-47, BR-71 you sell it: owner without rights', { channel: 'csp', seller: me }, owner, [
    'Yes, after this. You sell it, so its support is yours.',
    '1. Send the customer an invitation. In this cloud it asks for admin rights, too.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
    'BR-71: A reseller relationship alone opens neither users nor licenses nor support requests.',
  ]],
  ['BR-47, BR-92 you sell it: owner with GDAP', { channel: 'csp', seller: me }, withGdap(owner), [
    'Yes. You sell it, so its support is yours.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-47 you sell it: owner with DAP', { channel: 'csp', seller: me }, withDap(owner), [
    'Yes. You sell it, so its support is yours.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
  ]],
  ['BR-23 you sell it, ended lately: owner without rights', { channel: 'csp', seller: me, ...times.endedLately }, owner, [
    'Ended. It has ended, and nothing is left to support.',
    '• The customer buys it again from you, as long as no other partner with admin rights sells that service there.',
    'BR-23: In this cloud only one partner with admin rights may sell each service.',
  ]],
  ['BR-15, BR-16, BR-45 another partner sells it: owner without rights', { channel: 'csp', seller: partner }, owner, [
    'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
    '1. Send the customer an invitation. In this cloud it asks for admin rights, too.',
    'BR-15: A customer may work with several partners.',
    'BR-16: A second partner manages with admin rights that the customer gives it.',
    'BR-45: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-92, BR-45 another partner sells it: owner with GDAP', { channel: 'csp', seller: partner }, withGdap(owner), [
    'Yes. You may support it beside Adatum Direct, which keeps selling it.',
    'BR-15: A customer may work with several partners.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
    'BR-45: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-45 another partner sells it: owner with DAP', { channel: 'csp', seller: partner }, withDap(owner), [
    'Yes. You may support it beside Adatum Direct, which keeps selling it.',
    'BR-15: A customer may work with several partners.',
    'BR-45: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-16, BR-45 another partner sells it: reseller without rights', { channel: 'csp', seller: partner }, reseller, [
    'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
    '1. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-15: A customer may work with several partners.',
    'BR-16: A second partner manages with admin rights that the customer gives it.',
    'BR-45: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  [
    'BR-15, BR-16, BR-45 another partner sells it: reseller without relationship',
    { channel: 'csp', seller: partner }, without(reseller), [
      'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
      '1. Ask your provider for an invitation, and forward it to the customer.',
      '2. Ask the customer’s Global admin to grant you admin rights under My partners.',
      'BR-15: A customer may work with several partners.',
      'BR-16: A second partner manages with admin rights that the customer gives it.',
      'BR-45: Seats, renewal and Partner of Record stay with Adatum Direct.',
    ],
  ],
  ['BR-28, BR-54b your provider sells it: reseller without rights', { channel: 'csp', seller: myProvider }, reseller, [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-28: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-28, BR-54b your provider sells it: reseller without relationship', { channel: 'csp', seller: myProvider }, without(reseller), [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-28: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-92, BR-54b your provider sells it: reseller with GDAP', { channel: 'csp', seller: myProvider }, withGdap(reseller), [
    'Yes. Wide World Importers sells it, and you look after it.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-54b your provider sells it: reseller with DAP', { channel: 'csp', seller: myProvider }, withDap(reseller), [
    'Yes. Wide World Importers sells it, and you look after it.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-01, BR-07 from 21Vianet: owner without rights', { channel: '21vianet_direct', seller: operator }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Send the customer an invitation. In this cloud it asks for admin rights, too.',
    'BR-01: What was bought from 21Vianet is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-01, BR-92 from 21Vianet: owner with GDAP', { channel: '21vianet_direct', seller: operator }, withGdap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-01: What was bought from 21Vianet is open to multi-channel support.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-01 from 21Vianet: owner with DAP', { channel: '21vianet_direct', seller: operator }, withDap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-01: What was bought from 21Vianet is open to multi-channel support.',
  ]],
  ['BR-01, BR-07 from 21Vianet: reseller without rights', { channel: '21vianet_direct', seller: operator }, reseller, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-01: What was bought from 21Vianet is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-01, BR-07 from 21Vianet: reseller without relationship', { channel: '21vianet_direct', seller: operator }, without(reseller), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-01: What was bought from 21Vianet is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-02, BR-07 from you as Advisor: owner without rights', { channel: 'advisor', seller: me }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Send the customer an invitation. In this cloud it asks for admin rights, too.',
    'BR-02: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-02, BR-92 from you as Advisor: owner with GDAP', { channel: 'advisor', seller: me }, withGdap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-02: You sold it as an Advisor and are in CSP now.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-02 from you as Advisor: owner with DAP', { channel: 'advisor', seller: me }, withDap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-02: You sold it as an Advisor and are in CSP now.',
  ]],
  ['BR-02, BR-07 from you as Advisor: reseller without rights', { channel: 'advisor', seller: me }, reseller, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-02: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-02, BR-07 from you as Advisor: reseller without relationship', { channel: 'advisor', seller: me }, without(reseller), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Ask the customer’s Global admin to grant you admin rights under My partners.',
    'BR-02: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-02 from another Advisor: owner without rights', { channel: 'advisor', seller: outside }, owner, [
    'Not documented. No page says whether you may support what another partner sold as an Advisor.',
    '• Ask the partner support of 21Vianet before you promise anything.',
    '• Leave its support to Fourth Coffee.',
    'BR-02: The pages of this cloud name two cases: bought from 21Vianet, or from you when you were an Advisor.',
  ]],
  ['BR-12 from 21Vianet, Azure: owner without rights', { channel: '21vianet_direct', seller: operator, ...azure }, owner, [
    'No. You can neither support it nor have it moved: this cloud’s Partner Center has no usage-based services.',
    '• Ask the partner support of 21Vianet before you promise anything.',
    'BR-12: The pages of this cloud name license-based services only.',
  ]],
]

const toMe: readonly Row[] = [
  ['BR-13, BR-23 another partner sells it: owner without rights', { channel: 'csp', seller: partner }, owner, [
    'Not documented. No page of this cloud says how a running subscription could move.',
    '• Sell the customer what it needs next, as long as no other partner with admin rights sells that service there.',
    '• Ask the partner support of 21Vianet before you promise anything.',
    'BR-13: A relationship request moves no subscription in this cloud.',
    'BR-23: In this cloud only one partner with admin rights may sell each service.',
  ]],
  [
    'BR-15, BR-23 another partner sells it, ended lately: owner without rights',
    { channel: 'csp', seller: partner, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you, as long as no other partner with admin rights sells that service there.',
      'BR-15: A customer may work with several partners.',
      'BR-23: In this cloud only one partner with admin rights may sell each service.',
    ],
  ],
  [
    'BR-15, BR-23, BR-54b another partner sells it, ended lately: reseller without rights',
    { channel: 'csp', seller: partner, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you, as long as no other partner with admin rights sells that service there.',
      'BR-15: A customer may work with several partners.',
      'BR-23: In this cloud only one partner with admin rights may sell each service.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
]

const intoCsp: readonly Row[] = [
  ['BR-13, BR-23 from 21Vianet: owner without rights', { channel: '21vianet_direct', seller: operator }, owner, [
    'Not documented. No page of this cloud says how a running subscription could move.',
    '• Sell the customer what it needs next, as long as no other partner with admin rights sells that service there.',
    '• Ask the partner support of 21Vianet before you promise anything.',
    'BR-13: A relationship request moves no subscription in this cloud.',
    'BR-23: In this cloud only one partner with admin rights may sell each service.',
  ]],
  [
    'BR-15, BR-23 from 21Vianet, ended lately: owner without rights',
    { channel: '21vianet_direct', seller: operator, ...times.endedLately }, owner, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you, as long as no other partner with admin rights sells that service there.',
      'BR-15: A customer may work with several partners.',
      'BR-23: In this cloud only one partner with admin rights may sell each service.',
    ],
  ],
  [
    'BR-15, BR-23, BR-54b from 21Vianet, ended lately: reseller without rights',
    { channel: '21vianet_direct', seller: operator, ...times.endedLately }, reseller, [
      'Yes, after this. It has ended, so the customer may buy it from you.',
      '1. The customer buys it again from you, as long as no other partner with admin rights sells that service there.',
      'BR-15: A customer may work with several partners.',
      'BR-23: In this cloud only one partner with admin rights may sell each service.',
      'BR-54b: You sell through your provider, which places the order.',
    ],
  ],
  ['BR-13, BR-23 from another Advisor: owner without rights', { channel: 'advisor', seller: outside }, owner, [
    'Not documented. No page of this cloud says how a running subscription could move.',
    '• Sell the customer what it needs next, as long as no other partner with admin rights sells that service there.',
    'BR-13: A relationship request moves no subscription in this cloud.',
    'BR-23: In this cloud only one partner with admin rights may sell each service.',
  ]],
]

const asked = [
  ['support', support],
  ['to_me', toMe],
  ['into_csp', intoCsp],
] as const

describe.each(asked)('china: %s', (question, rows) => {
  it.each(rows)('%s', (_title, facts, asker, reads) => {
    const answer = answerTo(question, 'china', facts, asker)
    expect(answer && readAloud(answer)).toEqual(reads)
  })
})

it('nothing else is ever read', () => expect(unreadIn('china', Object.fromEntries(asked))).toEqual([]))
