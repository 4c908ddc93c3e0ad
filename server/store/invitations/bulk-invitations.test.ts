import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenInvitation } from '../../../domain/bulk-invitations/same-customer.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { newInvitation } from '../../../domain/invitations/transitions.ts'
import { demoPeople } from '../demo/demo-people.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { scopeOf } from '../scope.ts'
import type { NewInvitation } from './open-invitations.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const maker = demoPeople['provider.sales']
const scope = scopeOf(maker)
const other = scopeOf(demoPeople['direct.admin'])

const one = (key: string, customer: InvitationRecord['customer'] = null): NewInvitation => {
  const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30 } as const
  const made = newInvitation({ ...draft, ...(customer && { customer }) }, { id: uuidV7(now), actor: maker, reseller: null, now })
  const event = { organizationId: maker.organization.id, noun: 'invitations', at: now.toISOString() }
  return {
    invitation: made,
    tokenHash: `hash of ${made.id}`,
    makerId: maker.user.id,
    write: {
      at: now.toISOString(),
      audit: [{ ...event, action: 'invitation.created', nounId: made.id, by: '', organizationName: '', details: {} }],
      changes: [{ organizationId: event.organizationId, noun: 'invitations', id: made.id, change: 'created' }],
      answer: { key, requestHash: 'same', of: (saved) => ({ status: 201, body: { id: saved.id } }) },
    },
  }
}

const customersOf = (found: readonly OpenInvitation[]) => found.map(({ customer }) => customer)

for (const engine of engines)
  describe(`many invitations on ${engine.name}`, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await engine.open()
      await seedDemo(opened.db, { now, tokenHashOf: ({ id, linkNumber }) => Promise.resolve(`${id}/${linkNumber}`) })
    })
    afterEach(() => opened.close())

    const traces = async (id: string) => {
      const { db } = opened
      const [rows, links, events, changes] = await Promise.all([
        db.selectFrom('invitations').select('id').where('id', '=', id).execute(),
        db.selectFrom('invitation_links').select('token_hash').where('invitation_id', '=', id).execute(),
        db.selectFrom('audit_events').select('id').where('noun_id', '=', id).execute(),
        db.selectFrom('changes').select('noun_id').where('noun_id', '=', id).execute(),
      ])
      return [rows.length, links.length, events.length, changes.length]
    }

    it('makes those whose key is free, and leaves no trace of the others', async () => {
      const { store } = opened
      const [a, b, c] = [one('a'), one('b'), one('c')]
      expect(await store.invitations.createAll(scope, [a, b])).toEqual([a.invitation.id, b.invitation.id])
      const again = one('a')
      expect(await store.invitations.createAll(scope, [again, c])).toEqual([c.invitation.id])
      expect(await traces(a.invitation.id)).toEqual([1, 1, 1, 1])
      expect(await traces(again.invitation.id)).toEqual([0, 0, 0, 0])
      const kept = await store.idempotency.findAll(scope, ['a', 'c', 'nothing'])
      expect(new Map([...kept].map(([key, { body }]) => [key, body]))).toEqual(new Map([
        ['a', { id: a.invitation.id }], ['c', { id: c.invitation.id }],
      ]))
      expect([...(await store.idempotency.findAll(other, ['a']))]).toEqual([])
    })

    it('two calls with the same keys make each once, whatever their order', async () => {
      const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`)
      const made = await Promise.all([keys, keys.toReversed(), keys].map((order) =>
        opened.store.invitations.createAll(scope, order.map((key) => one(key))),
      ))
      expect(made.flat()).toHaveLength(20)
    })

    it('makes nothing for a customer that another call has invited meanwhile, unless it is meant', async () => {
      const { store } = opened
      const customer = { domain: 'again.example' }
      const calls = [1, 2, 3].map((call) => ({ ...one(`call ${call}`, customer), unlessInvited: true }))
      const made = (await Promise.all(calls.map((each) => store.invitations.createAll(scope, [each, one(each.invitation.id)])))).flat()
      expect(made.filter((id) => calls.some(({ invitation }) => invitation.id === id))).toHaveLength(1)
      expect(made).toHaveLength(4)
      const [left] = calls.filter(({ invitation }) => !made.includes(invitation.id))
      if (!left) throw new Error('One of them was left out')
      expect(await traces(left.invitation.id)).toEqual([0, 0, 0, 0])
      expect(await store.idempotency.findAll(scope, [left.write.answer?.key ?? ''])).toEqual(new Map())
      expect(await store.invitations.createAll(scope, [{ ...left, unlessInvited: false }])).toEqual([left.invitation.id])
      expect(await store.invitations.createAll(other, [])).toEqual([])
    })

    it('is made by the organisation of the scope alone', async () => {
      await expect(opened.store.invitations.createAll(other, [one('a')])).rejects.toThrow(/organisation of the scope/)
    })

    it('finds the customers of open invitations of its own by any mark, and not those of closed or lapsed ones', async () => {
      const { invitations } = opened.store
      const open = { companyName: 'Fourth Coffee', domain: 'fourthcoffee.example', email: 'Jo@fourthcoffee.example' }
      const tenant = { tenantId: crypto.randomUUID() }
      const closed = one('closed', { domain: 'closed.example' })
      await invitations.createAll(scope, [one('a', open), one('b', tenant), closed])
      const found = await invitations.find(scope, closed.invitation.id)
      if (!found) throw new Error('It was just made')
      await invitations.update(scope, { ...found, state: 'withdrawn' }, { at: now.toISOString(), audit: [], changes: [] })
      const soon = now.toISOString()
      const later = new Date(now.getTime() + 31 * 24 * 60 * 60 * 1000).toISOString()
      for (const like of [{ domain: open.domain }, { email: 'jo@FOURTHCOFFEE.example' }, { companyName: 'fourth coffee' }]) {
        expect(customersOf(await invitations.openInvitations(scope, [like], soon))).toEqual([open])
        expect(await invitations.openInvitations(other, [like], soon)).toEqual([])
        expect(await invitations.openInvitations(scope, [like], later)).toEqual([])
      }
      const ofTenant = await invitations.openInvitations(scope, [tenant, { domain: 'closed.example' }], soon)
      expect(ofTenant).toMatchObject([{ state: 'created', customer: tenant }])
      expect(await invitations.openInvitations(scope, [{}], soon)).toEqual([])
    })
  })
