import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import type { Acceptance, InvitationWithLink, Receipt } from '../../../domain/invitations/schemas.ts'
import type { Session } from '../../../domain/session/schemas.ts'
import { codeOf } from '../testing/codes.ts'
import type { Person } from '../testing/people.ts'
import { draft, openWorld, tokenIn, type World } from '../testing/world.ts'

/** Differs from every built-in policy. */
const policies = {
  ...cloudPolicies,
  china: {
    ...cloudPolicies.china,
    customerAgreement: true,
    acceptancePlace: 'office_admin_portal' as const,
    linkHosts: ['portal.example'],
    microsoftLinkDocumented: true,
  },
}

describe('policies that the host gives', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld({ policies })
  })
  afterEach(() => world.close())

  const make = async () => {
    const made = await (await world.as('provider-cn.admin'))('/invitations', { json: draft({ includeDap: true }) })
    return (await made.json()) as InvitationWithLink
  }
  const session = async (person: Person) => (await (await (await world.as(person))('/session')).json()) as Session

  it('come with the session, each cloud’s to its own people, as they stand today', async () => {
    expect((await session('provider-cn.admin')).policy).toEqual(policies.china)
    expect((await session('provider.admin')).policy).toEqual(cloudPolicies.global)
  })

  it('decide what the customer reads and has to agree to', async () => {
    const path = `/acceptance/${tokenIn((await make()).link)}`
    const read = (await (await world.guest(path)).json()) as Acceptance
    expect(read).toMatchObject({
      agreement: 'asked', policy: { acceptancePlace: 'office_admin_portal', customerAgreement: true, multiPartner: true },
    })
    const admin = await world.as('customer-cn.globaladmin')
    expect(await codeOf(await admin(`${path}/accept`, { json: {} }))).toBe('409 acceptance.agreement_required')
    const receipt = (await (await admin(`${path}/accept`, { json: { agreementAccepted: true } })).json()) as Receipt
    expect(receipt.answer).toBe('accepted')
    expect(await (await admin('/my-partners/agreement')).json()).toMatchObject({ applies: true, acceptedOn: receipt.at.slice(0, 10) })
  })

  it('are in the mail and in Microsoft’s link', async () => {
    const { message, microsoftLink } = await make()
    expect(message.text).toContain('Microsoft Customer Agreement')
    expect(message.text).toContain('Office admin portal')
    expect(new URL(microsoftLink ?? '').hostname).toBe('portal.example')
  })
})
