import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { deliveries, invitationStates, turns } from '../../../domain/invitations/states.ts'
import { forwardInvitation, reissueInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { shownState, turnOf } from '../../../domain/invitations/turn.ts'
import { AlreadyAnswered, InvalidCursor, StaleWrite } from '../errors.ts'
import type { InvitationsView } from '../../../domain/invitations/schemas.ts'
import {
  anInvitation,
  contoso,
  later,
  litware,
  noon,
  openWithCast,
  scopeFor,
  sentInvitation,
  tokenHash,
  writeOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const reseller = scopeFor('reseller.sales')

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const create = (invitation: InvitationRecord, hash = tokenHash(), key?: string) =>
      opened.store.invitations.create(
        scopeFor('provider.sales'),
        invitation,
        hash,
        writeOf([contoso.id], key === undefined ? {} : { key }),
      )
    const list = (view: InvitationsView = {}, as = scope, limit = 200, cursor?: string) =>
      opened.store.invitations.list(as, view, { limit, cursor }, noon.toISOString())
    const idsOf = async (view: InvitationsView = {}, as = scope) => (await list(view, as)).items.map((item) => item.id)

    it('keeps an invitation as it was made', async () => {
      const invitation = anInvitation({
        via: litware,
        note: 'A "note" — 메모',
        reusable: true,
        customer: { companyName: 'Coho', domain: 'coho.example', country: 'KR' },
      })
      expect(await create(invitation)).toEqual(invitation)
      expect(await opened.store.invitations.find(scope, invitation.id)).toEqual(invitation)
      expect(await opened.store.invitations.find(reseller, invitation.id)).toEqual(invitation)
      expect(await opened.store.invitations.find(scope, 'no id')).toBeUndefined()
    })

    it('is made only by the organisation of the scope', async () => {
      const attempt = opened.store.invitations.create(reseller, anInvitation(), tokenHash(), writeOf([]))
      await expect(attempt).rejects.toThrow(/organisation of the scope/)
    })

    it('is made once for one key, however many callers there are', async () => {
      const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => create(anInvitation(), tokenHash(), 'the key')))
      const failed = attempts.filter((attempt) => attempt.status === 'rejected')
      expect(failed).toHaveLength(19)
      for (const { reason } of failed) expect(reason).toBeInstanceOf(AlreadyAnswered)
      expect((await list()).items).toHaveLength(1)
      expect(await opened.store.idempotency.find(scope, 'the key')).toMatchObject({
        requestHash: 'hash of the key',
        status: 201,
        body: { id: (await idsOf())[0] },
      })
      expect(await opened.store.audit.recent(scope, 50)).toHaveLength(1)
    })

    it('lets one of two writers of a version through and tells the other', async () => {
      const { invitation } = await sentInvitation(opened.store)
      const writers = [withdrawInvitation(invitation, noon), forwardInvitation(invitation, { by: 'X', email: 'x@y.example' }, noon)]
      const attempts = await Promise.allSettled(
        writers.map((next) => opened.store.invitations.update(scope, next, writeOf([contoso.id], { action: 'raced' }))),
      )
      expect(attempts.map((attempt) => attempt.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(attempts.find((attempt) => attempt.status === 'rejected')?.reason).toBeInstanceOf(StaleWrite)
      expect((await opened.store.audit.recent(scope, 50)).filter((event) => event.action === 'raced')).toHaveLength(1)
      expect((await opened.store.invitations.find(scope, invitation.id))?.version).toBe(invitation.version + 1)
    })

    it('adds the forwards of the reseller, each with its address, and finds them', async () => {
      const { invitation } = await sentInvitation(opened.store, { via: litware })
      const first = await opened.store.invitations.update(
        reseller,
        forwardInvitation(invitation, { by: 'R', email: 'one@coho.example' }, later(1)),
        writeOf([]),
      )
      const second = await opened.store.invitations.update(
        reseller,
        forwardInvitation(first, { by: 'R', email: 'two@coho.example' }, later(2)),
        writeOf([]),
      )
      expect(second.forwards).toEqual([
        { at: later(1).toISOString(), by: 'R', email: 'one@coho.example' },
        { at: later(2).toISOString(), by: 'R', email: 'two@coho.example' },
      ])
      expect(await opened.store.invitations.find(scope, invitation.id)).toEqual(second)
      expect(await idsOf({ search: 'TWO@coho' })).toEqual([invitation.id])
    })

    it('lets the link before die when it is reissued, and remembers it', async () => {
      const { invitation, hash } = await sentInvitation(opened.store, { via: litware })
      const next = tokenHash()
      const living = (candidate: string, as = scope) => opened.store.invitations.hasLivingLink(as, invitation.id, candidate)
      expect([await living(hash), await living(next), await living(hash, reseller)]).toEqual([true, false, true])
      await opened.store.invitations.update(scope, reissueInvitation(invitation, undefined, noon), writeOf([]), next)
      expect([await living(hash), await living(next)]).toEqual([false, true])
      expect((await opened.store.acceptance.findByLink(hash))?.reissued).toBe(true)
      expect(await opened.store.acceptance.findByLink(next)).toMatchObject({
        reissued: false,
        invitation: { id: invitation.id, linkNumber: 2 },
      })
    })

    it('is not reissued by the reseller, nor changed by anybody else', async () => {
      const { invitation, hash } = await sentInvitation(opened.store, { via: litware })
      const attempts = [
        opened.store.invitations.update(reseller, reissueInvitation(invitation, undefined, noon), writeOf([litware.id]), tokenHash()),
        opened.store.invitations.update(scopeFor('reseller2.admin'), withdrawInvitation(invitation, noon), writeOf([])),
        opened.store.invitations.update(scopeFor('direct.admin'), withdrawInvitation(invitation, noon), writeOf([])),
      ]
      for (const attempt of await Promise.allSettled(attempts))
        expect(attempt).toMatchObject({ status: 'rejected', reason: expect.any(StaleWrite) })
      expect(await opened.store.invitations.find(scope, invitation.id)).toEqual(invitation)
      expect(await opened.store.invitations.hasLivingLink(scope, invitation.id, hash)).toBe(true)
      expect(await opened.store.audit.recent(reseller, 5)).toEqual([])
    })

    it('lists those made and those handed over, newest first, page after page', async () => {
      const made = Array.from({ length: 7 }, (_, index) =>
        anInvitation({ at: later(index % 3), ...(index % 2 ? { via: litware } : {}) }),
      )
      for (const invitation of made) await create(invitation)
      const newest = made.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1)).map((invitation) => invitation.id)
      expect(await idsOf()).toEqual(newest)
      expect(await idsOf({}, reseller)).toEqual(newest.filter((id) => made.find((invitation) => invitation.id === id)?.reseller))
      const walked: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = await list({}, scope, 2, cursor)
        expect(page.total).toEqual({ count: 7, capped: false })
        walked.push(...page.items.map((item) => item.id))
        if (page.nextCursor === null) break
        cursor = page.nextCursor
      }
      expect(walked).toEqual(newest)
    })

    it('filters by the state that is shown and by whose turn it is, exactly as the rules say', async () => {
      const all: InvitationRecord[] = []
      for (const delivery of deliveries)
        for (const state of invitationStates.filter((each) => each !== 'lapsed'))
          for (const expiresAt of [later(1), noon, later(-1)]) {
            const made = anInvitation(delivery === 'via_reseller' ? { via: litware } : {})
            const invitation = { ...made, state, expiresAt: expiresAt.toISOString() }
            all.push(await create(invitation))
          }
      const expected = (keep: (invitation: InvitationRecord) => boolean) =>
        all
          .filter(keep)
          .map((invitation) => invitation.id)
          .toSorted()
      for (const state of invitationStates)
        expect([state, ...(await idsOf({ state })).toSorted()]).toEqual([
          state,
          ...expected((invitation) => shownState(invitation, noon) === state),
        ])
      for (const turn of turns) {
        expect([turn, ...(await idsOf({ turn })).toSorted()]).toEqual([
          turn,
          ...expected((invitation) => turnOf(invitation, noon) === turn),
        ])
        const handedOver = expected((invitation) => turnOf(invitation, noon) === turn && invitation.reseller !== null)
        expect([turn, ...(await idsOf({ turn }, reseller)).toSorted()]).toEqual([turn, ...handedOver])
        expect((await list({ turn }, reseller, 1)).total).toEqual({ count: handedOver.length, capped: false })
      }
    })

    it('searches note, customer, domain and address, and takes its cursor back only with the same view', async () => {
      const wanted = anInvitation({
        note: 'Größe 100%',
        customer: { companyName: '코호 Vineyard', domain: 'coho.example', email: 'ana@coho.example' },
      })
      await create(wanted)
      await create(anInvitation({ note: 'Another' }))
      await create(anInvitation({ note: 'Another' }))
      for (const search of ['größe', 'GROßE', '100%', '코호', 'vineyard', 'coho.ex', 'ANA@'])
        expect([search, ...(await idsOf({ search }))]).toEqual([search, wanted.id])
      const { nextCursor } = await list({ search: 'another' }, scope, 1)
      expect((await list({ search: 'another' }, scope, 1, nextCursor ?? '')).items).toHaveLength(1)
      await expect(list({}, scope, 1, nextCursor ?? '')).rejects.toThrow(InvalidCursor)
      await expect(list({ search: 'another' }, reseller, 1, nextCursor ?? '')).rejects.toThrow(InvalidCursor)
    })

    it('leaves no trace of a token but its hash in one table', async () => {
      const { hash } = await sentInvitation(opened.store, { via: litware })
      const everything = await Promise.all(
        (['invitations', 'invitation_inbox', 'invitation_forwards', 'audit_events', 'answers', 'changes'] as const).map((table) =>
          opened.db.selectFrom(table).selectAll().execute(),
        ),
      )
      expect(JSON.stringify(everything)).not.toContain(hash)
      expect(await opened.db.selectFrom('invitation_links').selectAll().execute()).toMatchObject([
        { token_hash: hash, reissued: false },
      ])
    })
  })
