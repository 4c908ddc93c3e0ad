import { describe, expect, it } from 'vitest'
import {
  answerTo, azure, me, microsoft, myProvider, outside, owner, partner, partnerElsewhere, readAloud, reseller, syndication, times,
  unreadIn, waiting, withDap, withGdap, without, type Row,
} from '../testing/guidance-table.ts'

const support: readonly Row[] = [
  ['BR-47, BR-71 you sell it: owner without rights', { channel: 'csp', seller: me }, owner, [
    'Yes, after this. You sell it, so its support is yours.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-47: Whoever sells a subscription owes its support, with or without admin rights.',
    'BR-71: A reseller relationship alone opens neither users nor licenses nor support requests.',
  ]],
  ['BR-47, BR-71 you sell it: owner without relationship', { channel: 'csp', seller: me }, without(owner), [
    'Yes, after this. You sell it, so its support is yours.',
    '1. Send the customer an invitation.',
    '2. Request granular admin rights (GDAP) from the customer.',
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
  ['you sell it, ended lately: owner without rights', { channel: 'csp', seller: me, ...times.endedLately }, owner, [
    'Ended. It has ended, and nothing is left to support.',
    '• The customer buys it again from you.',
  ]],
  ['BR-15, BR-16, BR-18 another partner sells it: owner without rights', { channel: 'csp', seller: partner }, owner, [
    'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-15: A customer may work with several partners.',
    'BR-16: A second partner manages with admin rights that the customer gives it.',
    'BR-18: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-16, BR-18 another partner sells it: owner without relationship', { channel: 'csp', seller: partner }, without(owner), [
    'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
    '1. Send the customer an invitation.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-15: A customer may work with several partners.',
    'BR-16: A second partner manages with admin rights that the customer gives it.',
    'BR-18: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-92, BR-18 another partner sells it: owner with GDAP', { channel: 'csp', seller: partner }, withGdap(owner), [
    'Yes. You may support it beside Adatum Direct, which keeps selling it.',
    'BR-15: A customer may work with several partners.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
    'BR-18: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  ['BR-15, BR-18 another partner sells it: owner with DAP', { channel: 'csp', seller: partner }, withDap(owner), [
    'Yes. You may support it beside Adatum Direct, which keeps selling it.',
    'BR-15: A customer may work with several partners.',
    'BR-18: Seats, renewal and Partner of Record stay with Adatum Direct.',
  ]],
  [
    'BR-15, BR-16, BR-18 another partner sells it: reseller without relationship',
    { channel: 'csp', seller: partner }, without(reseller), [
      'Yes, after this. You may support it beside Adatum Direct, which keeps selling it.',
      '1. Ask your provider for an invitation, and forward it to the customer.',
      '2. Request granular admin rights (GDAP) from the customer.',
      'BR-15: A customer may work with several partners.',
      'BR-16: A second partner manages with admin rights that the customer gives it.',
      'BR-18: Seats, renewal and Partner of Record stay with Adatum Direct.',
    ],
  ],
  ['BR-29, BR-54b your provider sells it: reseller without rights', { channel: 'csp', seller: myProvider }, reseller, [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-29: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
    'BR-54b: Orders, seats and renewal go through Wide World Importers.',
  ]],
  ['BR-29, BR-54b your provider sells it: reseller without relationship', { channel: 'csp', seller: myProvider }, without(reseller), [
    'Yes, after this. Wide World Importers sells it, and you look after it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-29: Wide World Importers has the relationship with the customer; your admin rights come from the customer alone.',
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
  ['BR-03, BR-07 from Microsoft: owner without rights', { channel: 'microsoft_direct', seller: microsoft }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-03, BR-07 from Microsoft: owner without relationship', { channel: 'microsoft_direct', seller: microsoft }, without(owner), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Send the customer an invitation.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-03, BR-92 from Microsoft: owner with GDAP', { channel: 'microsoft_direct', seller: microsoft }, withGdap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-03 from Microsoft: owner with DAP', { channel: 'microsoft_direct', seller: microsoft }, withDap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
  ]],
  ['BR-03, BR-07 from Microsoft: reseller without relationship', { channel: 'microsoft_direct', seller: microsoft }, without(reseller), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-04, BR-07 from you as Advisor: owner without rights', { channel: 'advisor', seller: me }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-04: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-04, BR-07 from you as Advisor: owner without relationship', { channel: 'advisor', seller: me }, without(owner), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Send the customer an invitation.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-04: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-04, BR-92 from you as Advisor: owner with GDAP', { channel: 'advisor', seller: me }, withGdap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-04: You sold it as an Advisor and are in CSP now.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-04 from you as Advisor: owner with DAP', { channel: 'advisor', seller: me }, withDap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-04: You sold it as an Advisor and are in CSP now.',
  ]],
  ['BR-04, BR-07 from you as Advisor: reseller without relationship', { channel: 'advisor', seller: me }, without(reseller), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Request granular admin rights (GDAP) from the customer.',
    'BR-04: You sold it as an Advisor and are in CSP now.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  ['BR-03, BR-101 through EA: owner without rights', { channel: 'ea', seller: outside }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask Microsoft partner support which admin rights reach it.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-101: GDAP does not cover what was bought through an Enterprise Agreement.',
  ]],
  ['BR-03, BR-101 through EA: owner without relationship', { channel: 'ea', seller: outside }, without(owner), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Send the customer an invitation.',
    '2. Ask Microsoft partner support which admin rights reach it.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-101: GDAP does not cover what was bought through an Enterprise Agreement.',
  ]],
  ['BR-03, BR-101 through EA: reseller without relationship', { channel: 'ea', seller: outside }, without(reseller), [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Ask your provider for an invitation, and forward it to the customer.',
    '2. Ask Microsoft partner support which admin rights reach it.',
    'BR-03: What was bought from Microsoft, or through Advisor, Open or EA, is open to multi-channel support.',
    'BR-101: GDAP does not cover what was bought through an Enterprise Agreement.',
  ]],
  ['BR-05, BR-07 from a third party outside CSP: owner without rights', { channel: 'third_party', seller: outside }, owner, [
    'Yes, after this. It was bought outside CSP, and you may support it.',
    '1. Request granular admin rights (GDAP) from the customer.',
    'BR-05: Its seller is neither in CSP nor a syndication partner.',
    'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
  ]],
  [
    'BR-05, BR-07 from a third party outside CSP: owner without relationship',
    { channel: 'third_party', seller: outside }, without(owner), [
      'Yes, after this. It was bought outside CSP, and you may support it.',
      '1. Send the customer an invitation.',
      '2. Request granular admin rights (GDAP) from the customer.',
      'BR-05: Its seller is neither in CSP nor a syndication partner.',
      'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
    ],
  ],
  ['BR-05, BR-92 from a third party outside CSP: owner with GDAP', { channel: 'third_party', seller: outside }, withGdap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-05: Its seller is neither in CSP nor a syndication partner.',
    'BR-92: Granular admin rights reach as far as the roles in them, once these are assigned to a group.',
  ]],
  ['BR-05 from a third party outside CSP: owner with DAP', { channel: 'third_party', seller: outside }, withDap(owner), [
    'Yes. It was bought outside CSP, and you may support it.',
    'BR-05: Its seller is neither in CSP nor a syndication partner.',
  ]],
  [
    'BR-05, BR-07 from a third party outside CSP: reseller without relationship',
    { channel: 'third_party', seller: outside }, without(reseller), [
      'Yes, after this. It was bought outside CSP, and you may support it.',
      '1. Ask your provider for an invitation, and forward it to the customer.',
      '2. Request granular admin rights (GDAP) from the customer.',
      'BR-05: Its seller is neither in CSP nor a syndication partner.',
      'BR-07: To manage what was bought outside CSP you need the customer’s permission.',
    ],
  ],
  ['BR-15, BR-18 from a third party in CSP: owner with DAP', { channel: 'third_party', seller: partnerElsewhere }, withDap(owner), [
    'Yes. You may support it beside Lucerne Cloud, which keeps selling it.',
    'BR-15: A customer may work with several partners.',
    'BR-18: Seats, renewal and Partner of Record stay with Lucerne Cloud.',
  ]],
  ['BR-05 from a syndication partner: owner without rights', { channel: 'third_party', seller: syndication }, owner, [
    'No. Multi-channel support does not reach it.',
    '• Leave its support to City Power Telecom.',
    'BR-05: It leaves out what syndication partners sold, and City Power Telecom is one.',
  ]],
  ['BR-43 you sell it, Azure: owner without rights', { channel: 'csp', seller: me, ...azure }, owner, [
    'Yes. You sell it, so its support is yours.',
    'BR-43: Azure that you provision yourself needs no admin rights.',
  ]],
  ['BR-44 another partner sells it, Azure: owner without rights', { channel: 'csp', seller: partner, ...azure }, owner, [
    'No. Admin rights in the tenant do not reach it.',
    '• Ask the customer for a role in this Azure subscription itself.',
    '• Set up an Azure subscription of your own beside it; a tenant may have several partners’.',
    'BR-44: Admin rights in the tenant give no access to Azure that another set up.',
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
  ['BR-44 from Microsoft, Azure: owner without rights', { channel: 'microsoft_direct', seller: microsoft, ...azure }, owner, [
    'No. Admin rights in the tenant do not reach it.',
    '• Ask the customer for a role in this Azure subscription itself.',
    '• Set it up anew in CSP by hand, as described below.',
    'BR-44: Admin rights in the tenant give no access to Azure that another set up.',
  ]],
]

const ask = 'Request granular admin rights (GDAP) from the customer.'
const wait = 'Wait until the customer approves the granular admin rights (GDAP) that you have requested.'

/** BR-77: a partner whose request waits is not told to ask again. */
const waited = support
  .filter(([, , , reads]) => reads.some((line) => line.endsWith(ask)))
  .map(([title, facts, asker, reads]): Row => [`${title}, asked for`, facts, waiting(asker), reads.map((line) => line.replace(ask, wait))])

describe('global: may I support it?', () => {
  it.each([...support, ...waited])('%s', (_title, facts, asker, reads) => {
    const answer = answerTo('support', 'global', facts, asker)
    expect(answer && readAloud(answer)).toEqual(reads)
  })

  it('nothing else is ever read', () => expect(unreadIn('global', { support: [...support, ...waited] })).toEqual([]))
})
