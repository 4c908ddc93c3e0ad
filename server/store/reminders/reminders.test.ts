import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { dueReminder, overdueSince } from '../../../domain/invitations/reminders.ts'
import { invitationStates } from '../../../domain/invitations/states.ts'
import { StaleWrite } from '../errors.ts'
import {
  adatum,
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
const day = 24 * 60
const customer = { email: 'ana@coho.example' }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    const make = (changes: Partial<InvitationRecord>, draft: Parameters<typeof anInvitation>[0] = {}) => {
      const as = scopeFor(draft.by ?? 'provider.sales')
      return opened.store.invitations.create(as, { ...anInvitation({ customer, ...draft }), ...changes }, tokenHash(), writeOf([]))
    }
    const find = async (id: string, as = scope) => {
      const found = await opened.store.invitations.find(as, id)
      if (!found) throw new Error('It was made before')
      return found
    }
    const settle = (days: number[], as = scope, version = 0) =>
      opened.store.reminders.saveSettings(as, { days, noteToMaker: false, version }, writeOf([]))
    const dueIds = async () =>
      (await opened.store.reminders.due(noon.toISOString(), 1_000)).map(({ invitation }) => invitation.id).toSorted()
    const waiting = (days: number) => ({
      state: 'sent' as const,
      since: later(-days * day).toISOString(),
      expiresAt: later(30 * day).toISOString(),
    })
    const nothing = { at: noon.toISOString(), audit: [], changes: [] }

    const stop = async (partnerId: string, invitationId: string, at = noon) => {
      const named = await opened.store.reminders.named({ partnerId, invitationId })
      if (!named) throw new Error('It was made before')
      await opened.store.reminders.stop(named.scope, { ...nothing, at: at.toISOString() })
    }

    /** Invitations of every state, delivery and age, of a partner with its own days, one with none and one with the usual. */
    async function everyKind(): Promise<InvitationRecord[]> {
      await settle([2, 5])
      await settle([], scopeFor('direct.admin'))
      const all: InvitationRecord[] = []
      const ways = [{ via: litware }, { by: 'provider.sales' }, { by: 'direct.admin' }] as const
      for (const way of ways)
        for (const state of invitationStates.filter((each) => each !== 'lapsed'))
          for (const age of [0.5, 2, 3, 6])
            for (const expiresAt of [later(day), noon]) {
              const forwards = state === 'forwarded' && age > 2 ? [{ at: noon.toISOString(), by: 'R', email: 'r@coho.example' }] : []
              const since = later(-age * day).toISOString()
              const named = age === 6 ? null : customer
              const made = await make({ state, since, expiresAt: expiresAt.toISOString(), forwards, customer: named }, way)
              all.push(await find(made.id, scopeFor('by' in way ? way.by : 'provider.sales')))
            }
      all.push(await find((await make({ ...waiting(9), reusable: true, acceptedCount: 1 })).id))
      return all
    }

    it('lists what is overdue exactly as the rule says, for its maker and for the reseller', async () => {
      const all = await everyKind()
      const listed = async (as: typeof scope) => {
        const page = await opened.store.invitations.list(as, { overdue: 'true' }, { limit: 200 }, noon.toISOString())
        return page.items.map(({ id }) => id).toSorted()
      }
      const expected = (keep: (invitation: InvitationRecord) => boolean) =>
        all.filter((invitation) => overdueSince(invitation, noon) !== null && keep(invitation)).map(({ id }) => id).toSorted()
      for (const [as, keep] of [
        [scope, ({ inviter }: InvitationRecord) => inviter.id === contoso.id],
        [scopeFor('direct.admin'), ({ inviter }: InvitationRecord) => inviter.id === adatum.id],
        [reseller, (invitation: InvitationRecord) => invitation.reseller !== null],
      ] as const) {
        expect(expected(keep).length).toBeGreaterThan(1)
        expect(await listed(as)).toEqual(expected(keep))
      }
    })

    it('finds what is due exactly as the rule says', async () => {
      const all = await everyKind()
      const stopped = await make(waiting(9))
      await stop(contoso.id, stopped.id)
      const reminded = await make(waiting(9))
      await opened.store.reminders.byHand(scope, reminded, { intent: 'by hand', day: null }, writeOf([]))
      const expected = all.filter((invitation) => dueReminder(invitation, noon) !== null).map(({ id }) => id)
      expect(expected.length).toBeGreaterThan(4)
      expect(await dueIds()).toEqual(expected.toSorted())
    })

    it('gives what is due page by page, longest waiting first, with who made it', async () => {
      const made = [await make(waiting(4)), await make(waiting(9)), await make(waiting(6))]
      const { db } = opened
      const user = await db.selectFrom('users').selectAll().where('organization_id', '=', contoso.id).limit(1).executeTakeFirstOrThrow()
      const madeBy = { partner_id: contoso.id, invitation_id: made[1]?.id ?? '', user_id: user.id }
      await db.insertInto('invitation_makers').values(madeBy).execute()
      const first = await opened.store.reminders.due(noon.toISOString(), 2)
      const rest = await opened.store.reminders.due(noon.toISOString(), 2, first.at(-1))
      expect([...first, ...rest].map(({ invitation }) => invitation.id)).toEqual([1, 2, 0].map((index) => made[index]?.id))
      expect([...first, ...rest].map(({ maker }) => maker)).toEqual([{ email: user.email, locale: user.locale }, null, null])
    })

    it('keeps a reminder with its invitation, once an intent and only on the state it was decided on', async () => {
      const invitation = await make(waiting(4))
      const [due] = await opened.store.reminders.due(noon.toISOString(), 10)
      if (!due) throw new Error('It is due')
      const reminder = { intent: 'reminder/3', day: 3 }
      const attempts = [1, 2, 3].map(() => opened.store.reminders.bySchedule(due.scope, due.invitation, reminder, nothing))
      const outcomes = await Promise.allSettled(attempts)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const outcome of outcomes.filter(({ status }) => status === 'rejected'))
        expect(outcome).toMatchObject({ reason: expect.any(StaleWrite) })
      const kept = await find(invitation.id)
      expect(kept).toEqual({ ...invitation, version: 2, reminders: { ...invitation.reminders, sent: [3], lastAt: noon.toISOString() } })
      expect(await find(invitation.id, scope)).toEqual(kept)
      await expect(opened.store.reminders.bySchedule(due.scope, kept, reminder, nothing)).rejects.toThrow(StaleWrite)
      expect(await find(invitation.id)).toEqual(kept)
      expect(await dueIds()).toEqual([])
    })

    it.each([
      ['chosen for the first time', undefined], ['chosen anew', [3]],
    ])('is not kept on days that are no longer those, %s', async (_how, first) => {
      if (first) await settle(first)
      await make(waiting(4))
      const [due] = await opened.store.reminders.due(noon.toISOString(), 10)
      if (!due) throw new Error('It is due')
      await settle([9], scope, first ? 1 : 0)
      const reminder = { intent: 'reminder/3', day: 3 }
      await expect(opened.store.reminders.bySchedule(due.scope, due.invitation, reminder, nothing)).rejects.toThrow(StaleWrite)
      expect(await dueIds()).toEqual([])
    })

    it('is by hand for those who see the invitation, and for nobody else', async () => {
      const { invitation } = await sentInvitation(opened.store, { via: litware })
      const byHand = (as: typeof scope, intent: string, of = invitation) =>
        opened.store.reminders.byHand(as, of, { intent, day: null }, writeOf([]))
      for (const persona of ['reseller2.admin', 'direct.admin', 'customer.globaladmin'] as const)
        await expect(byHand(scopeFor(persona), persona)).rejects.toThrow(StaleWrite)
      const once = await byHand(reseller, 'one')
      expect(once).toMatchObject({ version: invitation.version + 1, reminders: { sent: [], lastAt: noon.toISOString() } })
      await expect(byHand(scope, 'two')).rejects.toThrow(StaleWrite)
      expect(await byHand(scope, 'two', once)).toMatchObject({ version: invitation.version + 2 })
    })

    it('keeps what a partner chose, by version, and shows it to nobody else', async () => {
      const usual = { days: [3, 7, 14], noteToMaker: true, version: 0 }
      expect(await opened.store.reminders.settings(scope)).toEqual(usual)
      expect(await settle([1, 2])).toEqual({ days: [1, 2], noteToMaker: false, version: 1 })
      await expect(settle([9])).rejects.toThrow(StaleWrite)
      expect(await settle([9], scope, 1)).toMatchObject({ days: [9], version: 2 })
      await expect(settle([8], scope, 1)).rejects.toThrow(StaleWrite)
      expect(await opened.store.reminders.settings(scope)).toMatchObject({ days: [9], version: 2 })
      expect(await opened.store.reminders.settings(reseller)).toEqual(usual)
    })

    it('stops for good, once, and only where there is such an invitation', async () => {
      const invitation = await make(waiting(4))
      for (const [partnerId, id] of [['x', invitation.id], [litware.id, invitation.id], [contoso.id, contoso.id]] as const)
        expect(await opened.store.reminders.named({ partnerId, invitationId: id })).toBeUndefined()
      await stop(contoso.id, invitation.id)
      await expect(stop(contoso.id, invitation.id, later(5))).rejects.toThrow(StaleWrite)
      expect((await find(invitation.id)).reminders.stoppedAt).toBe(noon.toISOString())
    })
  })
