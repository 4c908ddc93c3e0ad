import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { reissueInvitation, withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { linkMark, type NewMail } from '../../../domain/mail/mail.ts'
import type { HeldMail } from './held-mails.ts'
import { StaleWrite } from '../errors.ts'
import { contoso, later, litware, noon, openWithCast, scopeFor, sentInvitation, tokenHash, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'

const scope = scopeFor('provider.sales')
const reseller = scopeFor('reseller.sales')
const byState = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1)
const at = (minutes: number) => later(minutes).toISOString()

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    let invitation: InvitationRecord
    beforeEach(async () => {
      opened = await openWithCast(engine)
      invitation = (await sentInvitation(opened.store, { via: litware })).invitation
    })
    afterEach(() => opened.close())

    const aMail = (changes: Partial<NewMail> = {}): NewMail => ({
      id: uuidV7(noon),
      organizationId: contoso.id,
      intent: crypto.randomUUID(),
      kind: 'invitation',
      invitation: { partnerId: contoso.id, id: invitation.id, linkNumber: invitation.linkNumber },
      to: 'somebody@coho.example',
      language: 'ko',
      subject: '초대 "하나"',
      text: `Hello,\n\n${linkMark}\n`,
      from: 'Contoso Distribution',
      replyTo: 'seller@contoso.example',
      dueAt: at(0),
      ...changes,
    })
    const write = (...mails: NewMail[]) => opened.store.invitations.update(scope, invitation, { ...writeOf([]), mails })
    const queue = async (...mails: NewMail[]) => {
      invitation = await write(...mails)
    }
    const claim = (minutes: number) => opened.store.outbox.claim(at(minutes), at(minutes + 1))
    const claimed = async (minutes: number): Promise<HeldMail> => {
      const mail = await claim(minutes)
      if (!mail) throw new Error('There is no mail that is due')
      return mail
    }
    const shown = async (as = scope) => (await opened.store.outbox.ofInvitation(as, invitation.id)).map(({ id: _, ...mail }) => mail)
    const states = async () => (await shown()).map(({ state }) => state)

    it('forgets 30 days after a mail is over whom it went to and what it said, and never that it was written', async () => {
      const mail = aMail()
      await queue(mail, aMail())
      await opened.store.outbox.sent(await claimed(0), at(1))
      const days = 24 * 60
      expect((await opened.store.prune(at(29 * days))).mailTexts).toBe(0)
      expect((await opened.store.prune(at(31 * days))).mailTexts).toBe(1)
      expect((await opened.store.prune(at(31 * days))).mailTexts).toBe(0)
      const columns = ['to_address', 'body', 'subject', 'from_name', 'reply_to'] as const
      const texts = await opened.db.selectFrom('outbox').select(columns).where('state', '=', 'sent').execute()
      expect(texts).toEqual([{ to_address: '', body: '', subject: '', from_name: '', reply_to: null }])
      await queue(aMail({ intent: mail.intent }))
      expect(await shown()).toHaveLength(2)
    })

    it('gives a mail as it was written, with its invitation as it is now', async () => {
      const mail = aMail()
      await queue(mail)
      const { intent: _, dueAt: __, ...written } = mail
      expect(await claim(0)).toEqual({
        ...written,
        attempts: 1,
        gathered: 1,
        version: 2,
        invited: { state: invitation.state, expiresAt: invitation.expiresAt, linkNumber: 1 },
        requested: null,
        isWanted: true,
      })
    })

    it('gives one that is about no invitation, which leaves and is told of to nobody', async () => {
      await queue(aMail({ kind: 'note', invitation: null, text: 'A right ends soon.\n' }))
      const mail = await claimed(0)
      expect(mail).toMatchObject({ kind: 'note', invitation: null, invited: null, text: 'A right ends soon.\n' })
      await opened.store.outbox.sent(await opened.store.outbox.handingOver(mail, at(0)), at(0))
      expect(await claim(60)).toBeUndefined()
      expect(await shown()).toEqual([])
    })

    it('shows both partners what went to the customer, and every other mail to its sender alone', async () => {
      await queue(aMail(), aMail({ kind: 'note', to: 'maker@contoso.example' }))
      await queue(aMail({ organizationId: litware.id, kind: 'forward' }), aMail({ organizationId: litware.id, kind: 'hand_over' }))
      const kinds = async (as = scope) => (await shown(as)).map(({ kind }) => kind).toSorted()
      expect(await kinds()).toEqual(['forward', 'invitation', 'note'])
      expect(await kinds(reseller)).toEqual(['forward', 'hand_over', 'invitation'])
    })

    it('knows that the link was replaced or the invitation withdrawn meanwhile', async () => {
      await queue(aMail())
      invitation = await opened.store.invitations.update(scope, reissueInvitation(invitation, undefined, noon), writeOf([]), tokenHash())
      await opened.store.invitations.update(scope, withdrawInvitation(invitation, noon), writeOf([]))
      expect(await claim(1)).toMatchObject({ invitation: { linkNumber: 1 }, invited: { linkNumber: 2, state: 'withdrawn' } })
    })

    it('gives nothing before its time, then what has been due longest', async () => {
      await queue(aMail({ dueAt: at(20), to: 'late@coho.example' }), aMail({ dueAt: at(10), to: 'early@coho.example' }))
      expect(await claim(9)).toBeUndefined()
      expect((await claim(30))?.to).toBe('early@coho.example')
      expect((await claim(30))?.to).toBe('late@coho.example')
      expect(await claim(30)).toBeUndefined()
    })

    it('writes one mail for one intent of one organisation', async () => {
      await queue(aMail({ intent: 'the intent' }), aMail({ intent: 'the intent' }))
      await queue(aMail({ intent: 'the intent' }))
      await queue(aMail({ intent: 'the intent', organizationId: litware.id }))
      expect(await states()).toEqual(['queued', 'queued'])
    })

    it('writes no mail when the write it belongs to fails', async () => {
      const stale = { ...invitation, version: 99 }
      await expect(opened.store.invitations.update(scope, stale, { ...writeOf([]), mails: [aMail()] })).rejects.toThrow(StaleWrite)
      expect(await states()).toEqual([])
    })

    it('shows the mails of an invitation to both of its sides and to nobody else, never what they say', async () => {
      await queue(
        aMail(),
        aMail({ organizationId: litware.id, id: uuidV7(later(1)), kind: 'forward', to: 'other@coho.example', dueAt: at(5) }),
      )
      const expected = [
        { kind: 'invitation', to: 'somebody@coho.example', state: 'queued', at: at(0), attempts: 0, response: null },
        { kind: 'forward', to: 'other@coho.example', state: 'queued', at: at(5), attempts: 0, response: null },
      ]
      expect(await shown()).toEqual(expected)
      expect(await shown(reseller)).toEqual(expected)
      for (const persona of ['reseller2.admin', 'direct.admin', 'customer.globaladmin', 'provider-cn.admin'] as const)
        expect(await shown(scopeFor(persona))).toEqual([])
      expect(await opened.store.outbox.ofInvitation(scope, 'no id')).toEqual([])
    })

    it('is given to one worker, however many ask at once', async () => {
      await queue(...Array.from({ length: 6 }, () => aMail()))
      const given = (await Promise.all(Array.from({ length: 24 }, () => claim(1)))).filter((mail) => mail !== undefined)
      const rest: HeldMail[] = []
      for (let mail = await claim(1); mail; mail = await claim(1)) rest.push(mail)
      const ids = [...given, ...rest].map(({ id }) => id)
      expect(ids).toHaveLength(6)
      expect(new Set(ids).size).toBe(6)
    })

    it('is given anew when its worker was lost before it handed it over, and the lost one can do nothing with it', async () => {
      await queue(aMail())
      const first = await claimed(0)
      expect(await claim(0)).toBeUndefined()
      const second = await claimed(1)
      expect(second).toMatchObject({ id: first.id, attempts: 2 })
      const { outbox } = opened.store
      const late = await Promise.allSettled([
        outbox.handingOver(first, at(1)), outbox.renew(first, at(9)), outbox.sent(first, at(1)), outbox.refused(first, 'x', at(1)),
        outbox.putOff(first, 'x', at(2), at(1)), outbox.uncertain(first, 'x', at(1)),
      ])
      for (const each of late) expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StaleWrite) })
      await outbox.sent(await outbox.handingOver(second, at(1)), at(1))
      expect(await states()).toEqual(['sent'])
    })

    it('is held longer when its lease is renewed', async () => {
      await queue(aMail())
      const mail = await claimed(0)
      await opened.store.outbox.renew(mail, at(10))
      expect(await claim(5)).toBeUndefined()
      expect(await claim(10)).toMatchObject({ id: mail.id })
    })

    it('lets one of two workers over the point of no return', async () => {
      await queue(aMail())
      const first = await claimed(0)
      const second = await claimed(1)
      const attempts = await Promise.allSettled([first, second].map((mail) => opened.store.outbox.handingOver(mail, at(1))))
      expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    })

    it('is never given again once it was handed over: without an answer it is uncertain', async () => {
      await queue(aMail())
      await opened.store.outbox.handingOver(await claimed(0), at(0))
      expect(await claim(600)).toBeUndefined()
      expect(await opened.store.outbox.settleLost(at(0))).toBe(0)
      expect((await Promise.all([1, 2, 3].map(() => opened.store.outbox.settleLost(at(600))))).some((count) => count === 1)).toBe(true)
      expect(await shown()).toMatchObject([{ state: 'uncertain', response: 'broke_off', at: at(600) }])
      expect(await claim(1200)).toBeUndefined()
    })

    it('is free at once when the only process there is has just begun', async () => {
      await queue(aMail(), aMail())
      const kept = await claimed(0)
      await opened.store.outbox.handingOver(kept, at(0))
      const other = await claimed(0)
      await opened.store.outbox.endLeases(at(0))
      expect(await claim(0)).toMatchObject({ id: other.id, attempts: 2 })
      expect(await opened.store.outbox.settleLost(at(0))).toBe(1)
      expect((await states()).toSorted()).toEqual(['sending', 'uncertain'])
    })

    it('takes the answer of the one that handed it over, also when it was called uncertain before', async () => {
      await queue(aMail(), aMail(), aMail())
      const { outbox } = opened.store
      const mails = [await claimed(0), await claimed(0), await claimed(0)]
      const [one, two, three] = await Promise.all(mails.map((mail) => outbox.handingOver(mail, at(0))))
      if (!one || !two || !three) throw new Error('Three mails are three mails')
      await outbox.settleLost(at(5))
      await outbox.sent(one, at(6))
      await outbox.refused(two, '550 no', at(6))
      await outbox.putOff(three, '451 later', at(8), at(6))
      expect((await states()).toSorted()).toEqual(['queued', 'refused', 'sent'])
      await expect(outbox.sent(one, at(7))).rejects.toThrow(StaleWrite)
    })

    it('keeps how it went and tells the screens of both sides', async () => {
      await queue(aMail(), aMail(), aMail(), aMail())
      const { outbox, changes } = opened.store
      const [start, startOfReseller] = [await changes.since(scope, undefined), await changes.since(reseller, undefined)]
      await outbox.sent(await outbox.handingOver(await claimed(0), at(0)), at(1))
      await outbox.refused(await claimed(0), '550 5.1.1 No such user', at(2))
      await outbox.putOff(await claimed(0), 'unreachable', at(9), at(3))
      await outbox.uncertain(await outbox.handingOver(await claimed(0), at(0)), 'no_answer', at(4))
      expect((await shown()).map(({ response, ...mail }) => [mail.state, mail.at, response, mail.attempts]).toSorted(byState)).toEqual([
        ['queued', at(9), 'unreachable', 1],
        ['refused', at(2), '550 5.1.1 No such user', 1],
        ['sent', at(1), null, 1],
        ['uncertain', at(4), 'no_answer', 1],
      ])
      const told = ['mail_sent', 'mail_refused', 'mail_queued', 'mail_uncertain'].map((change) => ({
        noun: 'invitations', id: invitation.id, change,
      }))
      expect((await changes.since(scope, start.cursor)).changes).toEqual(told)
      expect((await changes.since(reseller, startOfReseller.cursor)).changes).toEqual(told)
      expect(await claim(8)).toBeUndefined()
      expect(await claim(9)).toMatchObject({ attempts: 2 })
    })
  })
