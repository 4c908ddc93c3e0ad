import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewMail } from '../../../domain/mail/mail.ts'
import { mostAtOnce, noticesKept } from '../../../domain/notices/notice.ts'
import type { NoticeHow, NoticeKind } from '../../../domain/notices/notice-kinds.ts'
import { demoPeople } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import { anInvitation, contoso, later, litware, noon, openWithCast, proseware, scopeFor, tokenHash, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const at = (minutes: number) => later(minutes).toISOString()
const boss = demoPeople['reseller2.globaladmin'].user
const who = { organizationId: proseware.id, userId: boss.id }
const scope = scopeFor('reseller2.globaladmin')
const plain = { at: at(0), audit: [], changes: [] }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())

    type Happening = { of?: string; action?: string; noun?: string; nounId?: string; byId?: string; fails?: boolean }
    /** A write whose entry may be a notice; it may fail. */
    const happen = ({ of = proseware.id, action = 'token.made', noun = 'tokens', nounId = 'row', byId, fails }: Happening = {}) => {
      const { audit: [entry], ...write } = writeOf([of], { action, nounId })
      if (!entry) throw new Error('A write has an entry')
      return writing(opened.db, of, { ...write, audit: [{ ...entry, noun, byId }] }, async () => {
        if (fails) throw new Error('It came to nothing')
      })
    }
    const waiting = () => opened.db.selectFrom('notices').selectAll().orderBy('id').execute()
    const choose = async (choices: Partial<Record<NoticeKind, NoticeHow>>, as = scope, userId = boss.id) =>
      opened.store.notices.save(as, userId, { ...(await opened.store.notices.own(as, userId)), choices }, plain)
    const mail = (changes: Partial<NewMail> = {}): NewMail => ({
      id: uuidV7(noon), organizationId: proseware.id, intent: crypto.randomUUID(), kind: 'note', invitation: null, to: boss.email,
      reader: { ...who, kind: 'security' }, language: 'en', subject: 'Access', text: 'Hello\n', from: 'Proseware Cloud', replyTo: null,
      dueAt: at(0), ...changes,
    })
    const tell = (ids: readonly string[], minutes = 1, written: NewMail | undefined = mail()) =>
      opened.store.notices.tell(who, ids, written, { at: at(minutes), later: at(600) })
    const idsOf = async () => (await waiting()).map(({ id }) => id)
    const claim = (minutes: number) => opened.store.outbox.claim(at(minutes), at(minutes + 1))

    it('waits for each who may read of it, with the write or not at all', async () => {
      await happen()
      await happen({ action: 'token.revoked' })
      await expect(happen({ fails: true })).rejects.toThrow('It came to nothing')
      const logged = await opened.db.selectFrom('audit_events').select('id').where('action', '=', 'token.made').execute()
      expect(await waiting()).toEqual([
        { organization_id: proseware.id, user_id: boss.id, id: logged[0]?.id, kind: 'security', due_at: at(0) },
      ])
    })

    it('waits as its reader chose: gathered until the morning of the organisation, or not at all', async () => {
      await opened.db.insertInto('organization_profiles')
        .values({ organization_id: proseware.id, contact: null, time_zone: 'Asia/Seoul', language: null, version: 1 }).execute()
      await choose({ security: 'daily' })
      await happen()
      expect((await waiting()).map(({ due_at: due }) => due)).toEqual(['2026-03-02T23:00:00.000Z'])
      await expect(opened.store.notices.save(scope, boss.id, { choices: {}, version: 0 }, plain)).rejects.toThrow(StaleWrite)
      await choose({ security: 'never' })
      await happen()
      expect(await waiting()).toEqual([])
    })

    it('of an answer whoever made the invitation hears by a mail of its own, and nobody of what they did themselves', async () => {
      const [sales, admin] = [demoPeople['provider.sales'].user, demoPeople['provider.admin'].user]
      const invitation = await opened.store.invitations
        .create(scopeFor('provider.sales'), anInvitation(), tokenHash(), writeOf([contoso.id]))
      await opened.db.insertInto('invitation_makers').values({ partner_id: contoso.id, invitation_id: invitation.id, user_id: sales.id })
        .onConflict((conflict) => conflict.doNothing()).execute()
      for (const { id } of [sales, admin]) await choose({ answers: 'at_once' }, scopeFor('provider.admin'), id)
      const accepted = { of: contoso.id, action: 'invitation.accepted', noun: 'invitations', nounId: invitation.id }
      await happen(accepted)
      expect((await waiting()).map(({ user_id: id }) => id)).toEqual([admin.id])
      await happen({ ...accepted, byId: admin.id })
      expect(await waiting()).toHaveLength(1)
      await happen({ ...accepted, of: litware.id })
      expect((await waiting()).filter(({ organization_id: id }) => id === litware.id).map(({ kind }) => kind)).toContain('answers')
    })

    it('becomes one mail, whoever is first, and waits no more', async () => {
      await happen()
      await happen()
      const [due, ...none] = await opened.store.notices.due(at(1), 10)
      expect([due, none]).toEqual([{ ...who, kind: 'security', dueAt: at(0) }, []])
      if (!due) throw new Error('Something is due')
      expect(await opened.store.notices.due(at(1), 10, due)).toEqual([])
      const { ids, told, reader } = await opened.store.notices.waiting(due, at(1), 1)
      expect([ids.length, told.length, reader?.email, reader?.zone]).toEqual([2, 1, boss.email, 'UTC'])
      const tries = await Promise.allSettled([tell(ids), tell(ids), tell(ids)])
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await waiting()).toEqual([])
      expect((await opened.db.selectFrom('outbox').select('notice').execute())).toEqual([{ notice: 'security' }])
    })

    it('waits until the morning when its reader has had a day’s mails', async () => {
      await opened.db.insertInto('limits')
        .values({ owner: proseware.id, what: `notices/to/${boss.id}`, day: at(0).slice(0, 10), count: mostAtOnce }).execute()
      await happen()
      expect(await tell(await idsOf())).toBe(false)
      expect([(await waiting()).map(({ due_at: due }) => due), await opened.db.selectFrom('outbox').select('id').execute()])
        .toEqual([[at(600)], []])
    })

    it.each<[string, () => Promise<unknown>]>([
      ['was removed', () => opened.db.updateTable('users').set({ removed_at: at(0) }).where('id', '=', boss.id).execute()],
      ['lost the role', () => opened.db.updateTable('users').set({ roles: '["sales_agent"]' }).where('id', '=', boss.id).execute()],
      ['turned it off', () => opened.store.notices.stop(who, 'security', plain)],
    ])('is not sent to one who %s since, neither claimed before nor after', async (_how, change) => {
      await happen()
      await tell(await idsOf())
      await happen()
      await tell(await idsOf())
      const held = await claim(2)
      expect(held).toMatchObject({ isWanted: true, reader: { ...who, kind: 'security' } })
      await change()
      if (!held) throw new Error('A mail is due')
      await expect(opened.store.outbox.handingOver(held, at(2))).rejects.toThrow(StaleWrite)
      const again = [await claim(4), await claim(4)].map((each) => each?.isWanted)
      expect(again).toEqual([false, false])
    })

    it('is turned off once by its link, beside other choices', async () => {
      await choose({ partnerships: 'daily' })
      await opened.store.notices.stop(who, 'security', plain)
      await expect(opened.store.notices.stop(who, 'security', plain)).rejects.toThrow(StaleWrite)
      expect(await opened.store.notices.own(scope, boss.id)).toEqual({ choices: { partnerships: 'daily', security: 'never' }, version: 2 })
      expect(await opened.store.notices.named({ ...who, userId: contoso.id })).toBeUndefined()
    })

    it('leaves no trace of one who was forgotten while the link was followed', async () => {
      await opened.db.deleteFrom('users').where('id', '=', boss.id).execute()
      await expect(opened.store.notices.stop(who, 'security', plain)).rejects.toThrow(StaleWrite)
      expect(await opened.db.selectFrom('notice_choices').selectAll().execute()).toEqual([])
    })

    it('is forgotten where nobody mails it, and with its reader', async () => {
      await happen()
      await tell(await idsOf())
      await happen()
      const kept = noticesKept / 60_000
      expect([(await opened.store.prune(at(kept))).notices, (await opened.store.prune(at(kept + 1))).notices]).toEqual([0, 1])
      await happen()
      await choose({ partnerships: 'daily' })
      const found = await opened.store.people.find(scope, boss.id, at(0))
      if (!found) throw new Error('There is no such person')
      await opened.db.updateTable('users').set({ removed_at: at(0) }).where('id', '=', boss.id).execute()
      await opened.store.people.erase(scope, found, plain)
      expect([await waiting(), await opened.store.notices.own(scope, boss.id)]).toEqual([[], { choices: {}, version: 0 }])
      expect(await opened.db.selectFrom('outbox').select(['to_address', 'body', 'reader_id']).execute())
        .toEqual([{ to_address: '', body: '', reader_id: null }])
      expect(await claim(5)).toMatchObject({ isWanted: false })
    })
  })
