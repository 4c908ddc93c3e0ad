import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Invitation, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { createStore } from '../../store/store.ts'
import { steppingAfter } from '../../store/testing/stepping.ts'
import { type Call, draft, openWorld, tokenIn, type World } from '../testing/world.ts'

const verbs = [
  ['accept', { agreementAccepted: true }],
  ['decline', {}],
  ['hand-over', { email: 'admin@northwind.example' }],
  ['question', { text: 'Who are you?' }],
  ['open', {}],
] as const

const codeOf = async (answer: Response) =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`


describe('a link that is replaced meanwhile', () => {
  let world: World
  let sales: Call
  beforeEach(async () => {
    world = await openWorld()
    sales = await world.as('provider.sales')
  })
  afterEach(() => world.close())

  const make = async () => (await (await sales('/invitations', { json: draft() })).json()) as InvitationWithLink
  const reissue = ({ id }: Invitation) => sales(`/invitations/${id}/reissue`, { json: {} })

  it.each(verbs)('BR-37: what was opened through it is not what %s is for', async (verb, json) => {
    const made = await make()
    const stepping = steppingAfter(world.db, 'invitation_links', () => reissue(made))
    const reader = world.over(createStore(stepping), await world.signIn('newcustomer.globaladmin'))
    expect(await codeOf(await reader(`/acceptance/${tokenIn(made.link)}/${verb}`, { json }))).toBe('404 acceptance.reissued')
    expect(await (await sales(`/invitations/${made.id}`)).json()).toMatchObject({
      state: 'created', acceptedCount: 0, questions: [], tracking: { firstOpenedAt: null, handedToAdminAt: null },
    })
    expect(await world.db.selectFrom('receipts').selectAll().execute()).toEqual([])
  })

  it('accepting while it is reissued, 25 times: it is one or the other', async () => {
    const admin = await world.as('newcustomer.globaladmin')
    for (let round = 0; round < 25; round += 1) {
      const made = await make()
      const told = await Promise.all([
        admin(`/acceptance/${tokenIn(made.link)}/accept`, { json: { agreementAccepted: true } }), reissue(made),
      ])
      expect(['200,409 invitation.already_answered', '404 acceptance.reissued,200']).toContain(
        (await Promise.all(told.map(codeOf))).join(),
      )
    }
  })
})
