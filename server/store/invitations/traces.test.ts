import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { failInvitation, handToAdministrator, openInvitation, untracked } from '../../../domain/invitations/tracking.ts'
import { reissueInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { scopeOf } from '../scope.ts'
import { AlreadyAnswered, StaleWrite } from '../errors.ts'
import {
  accept, contoso, customerActor, later, litware, noon, northwind, openWithCast, scopeFor, sentInvitation, tailspin, tokenHash, writeOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const actor = scopeOf(customerActor(northwind))
const at = noon.toISOString()
const failure = { at, code: 'acceptance.region_mismatch', rule: 'BR-39' }

for (const engine of engines)
  describe(`traces on ${engine.name}`, () => {
    let opened: OpenedStore
    let from: InvitationRecord
    let link: Awaited<ReturnType<typeof sentInvitation>>['link']
    beforeEach(async () => {
      opened = await openWithCast(engine)
      ;({ invitation: from, link } = await sentInvitation(opened.store, { via: litware }))
    })
    afterEach(() => opened.close())

    const find = () => opened.store.invitations.find(scope, from.id)
    const step = (to: InvitationRecord, before = from) => opened.store.traces.step(link, { from: before, to }, writeOf([contoso.id]))
    const outcomes = async (attempts: readonly Promise<unknown>[]) => {
      const settled = await Promise.allSettled(attempts)
      const reasons = settled.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []))
      expect(reasons.filter((reason) => !(reason instanceof StaleWrite))).toEqual([])
      return settled.length - reasons.length
    }

    it('nothing is known before anybody looks, in either partner’s sight', async () => {
      expect((await find())?.tracking).toEqual(untracked)
      expect((await opened.store.invitations.find(scopeFor('reseller.sales'), from.id))?.tracking).toEqual(untracked)
    })

    it('counts every look, also at once, and changes nothing else', async () => {
      await Promise.all(Array.from({ length: 200 }, () => opened.store.traces.countFetch(link)))
      expect(await find()).toEqual({ ...from, tracking: { ...untracked, fetchedCount: 200 } })
      expect((await opened.store.audit.ofRow(scope, 'invitations', from.id)).length).toBe(0)
    })

    it('keeps the first opening and the last, moves the version once, and leaves the count alone', async () => {
      await opened.store.traces.countFetch(link)
      await step(openInvitation(from, later(1)))
      const first = await find()
      expect(first).toMatchObject({ state: 'opened', version: from.version + 1 })
      if (!first) return
      await step(openInvitation(first, later(9)), first)
      await step(openInvitation(first, later(5)), first)
      expect(await find()).toMatchObject({
        version: first.version,
        tracking: { fetchedCount: 1, firstOpenedAt: later(1).toISOString(), lastOpenedAt: later(9).toISOString() },
      })
    })

    it('is signed in for the first time once, whoever comes at the same time', async () => {
      await step(openInvitation(from, noon))
      const before = await find()
      if (!before) throw new Error('It was just opened')
      expect(await outcomes([1, 2, 3].map((minute) => step(openInvitation(before, later(minute), true), before)))).toBe(1)
      expect((await opened.store.audit.ofRow(scope, 'tests', 'row')).length).toBe(3)
    })

    it('keeps a failure while it has not succeeded', async () => {
      const failed = failInvitation(from, failure)
      await step(failed)
      expect(await find()).toMatchObject({ state: 'failed', since: at, tracking: { failure } })
      await expect(step(failed)).rejects.toThrow(StaleWrite)
      await accept(opened.store, link, { ...failed, version: from.version + 1 }, northwind)
      expect(await find()).toMatchObject({ state: 'accepted', tracking: { failure: null } })
    })

    it('takes no step on one that was answered, withdrawn or reissued meanwhile', async () => {
      const asked = { position: 1, at, by: 'A', email: 'a@b.example', organization: 'B', text: 'Why?' }
      const ask = () => opened.store.traces.step(link, { from, to: from, actor, question: asked }, writeOf([]))
      const reissued = await opened.store.invitations.update(scope, reissueInvitation(from, undefined, noon), writeOf([]), tokenHash())
      await expect(ask()).rejects.toThrow(StaleWrite)
      await opened.store.invitations.update(scope, withdrawInvitation(reissued, noon), writeOf([]))
      for (const to of [openInvitation(from, noon), failInvitation(from, failure), handToAdministrator(from, noon)])
        await expect(step(to)).rejects.toThrow(StaleWrite)
      expect(await opened.store.traces.questions(scope, from.id)).toEqual([])
      expect(await find()).toMatchObject({ state: 'withdrawn', tracking: untracked })
    })

    it('numbers hand-overs and questions: of two that take the same place one is stale', async () => {
      const handOver = (position: number, minute: number) =>
        opened.store.traces.step(
          link,
          {
            from, to: handToAdministrator(from, later(minute)), actor,
            handOver: { position, at: later(minute).toISOString(), askedOf: 'x' },
          },
          writeOf([]),
        )
      expect(await opened.store.traces.handOvers(link)).toEqual({ count: 0, latest: [] })
      expect(await outcomes([handOver(1, 0), handOver(1, 0)])).toBe(1)
      await handOver(2, 3)
      expect(await opened.store.traces.handOvers(link)).toEqual({
        count: 2, latest: [{ at: later(3).toISOString(), askedOf: 'x' }, { at, askedOf: 'x' }],
      })
      expect(await find()).toMatchObject({ version: from.version, tracking: { handedToAdminAt: later(3).toISOString() } })
    })

    it('gives a question to the two partners and to nobody else, and answers a repeated call as before', async () => {
      const question = { at, by: 'Sora', email: 'sora@northwind.example', organization: 'Northwind', text: '<b>Who</b> are you?' }
      const ask = (position: number) =>
        opened.store.traces.step(link, { from, to: from, actor, question: { position, ...question } }, writeOf([], { key: 'once' }))
      await ask(1)
      await expect(ask(2)).rejects.toThrow(AlreadyAnswered)
      for (const persona of ['provider.sales', 'reseller.sales'] as const)
        expect(await opened.store.traces.questions(scopeFor(persona), from.id)).toEqual([question])
      for (const persona of ['direct.admin', 'newcustomer.globaladmin'] as const)
        expect(await opened.store.traces.questions(scopeFor(persona), from.id)).toEqual([])
      expect(await opened.store.traces.questions(scope, 'no id')).toEqual([])
      expect(await opened.store.traces.questionsAsked(link)).toMatchObject({ count: 1, latest: [{ at }] })
    })

    it('keeps once that the customer confirmed there, and tells the maker of a single-use one', async () => {
      const { id } = await accept(opened.store, link, from, northwind)
      const confirm = (as = actor) => opened.store.receipts.confirm(as, { receiptId: id, at, by: 'Sora' }, writeOf([]))
      expect(await opened.store.receipts.invitationOf(actor, id)).toBe(from.id)
      expect(await opened.store.receipts.invitationOf(scope, id)).toBeUndefined()
      await expect(confirm(scopeOf(customerActor(tailspin)))).rejects.toThrow(/foreign key/)
      expect(await outcomes([confirm(), confirm()])).toBe(1)
      expect(await opened.store.receipts.find(actor, id)).toMatchObject({ id, confirmedAt: at })
      expect((await opened.store.receipts.list(actor, { limit: 5 })).items).toMatchObject([{ confirmedAt: at }])
      expect((await find())?.tracking.confirmedAt).toBe(at)
      const many = await sentInvitation(opened.store, { reusable: true })
      const yes = await accept(opened.store, many.link, many.invitation, northwind)
      await opened.store.receipts.confirm(actor, { receiptId: yes.id, at, by: 'Sora' }, writeOf([]))
      expect((await opened.store.invitations.find(scope, many.invitation.id))?.tracking.confirmedAt).toBeNull()
    })
  })
