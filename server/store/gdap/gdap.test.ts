import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccessAssignment, GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { reader, support, globalAdmin } from '../../../domain/gdap/testing.ts'
import { approve, finalise, passTime, requestTermination, setAutoExtend } from '../../../domain/gdap/transitions.ts'
import { refOf } from '../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { followRelations, insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { scopeOf } from '../scope.ts'
import { NameTaken, StaleWrite } from '../errors.ts'
import {
  aCustomer, adatum, contoso, customerActor, later, litware, noon, northwind, openWithCast, scopeFor, tailspin, noRecords, writeOf,
} from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const now = noon.toISOString()
const day = 24 * 60
const inDays = (days: number) => later(days * day).toISOString()
const provider = scopeFor('provider.admin')
const reseller = scopeFor('reseller.admin')
const customer = scopeOf(customerActor(tailspin))
const other = scopeOf(customerActor(northwind))

const newGdapId = () => `${crypto.randomUUID()}-${crypto.randomUUID()}`
let number = 0
const made = (changes: Partial<GdapRelationship> = {}): GdapRelationship => ({
  id: newGdapId(),
  partner: refOf(contoso),
  displayName: `Relationship-${(number += 1)}`,
  duration: 'P365D',
  customer: null,
  roles: [reader, support],
  status: 'created',
  since: now,
  autoExtendDuration: 'PT0S',
  createdDateTime: later(number).toISOString(),
  lastModifiedDateTime: now,
  activatedDateTime: null,
  endDateTime: null,
  indirectProviderTenantId: null,
  isPartnerConsentPending: false,
  version: 1,
  ...changes,
})
const forTenant = (organization: Organization) => ({ tenantId: organization.tenantId, displayName: organization.displayName })
const ofTailspin = (changes: Partial<GdapRelationship> = {}) => made({ customer: forTenant(tailspin), ...changes })
const standing = (days: number, changes: Partial<GdapRelationship> = {}) =>
  ofTailspin({ status: 'active', activatedDateTime: now, endDateTime: inDays(days), ...changes })
const group = { id: '00000000-0000-7555-8000-000000000001', displayName: 'HelpdeskAgents' }
const assignment = (relationshipId: string, changes: Partial<AccessAssignment> = {}): AccessAssignment => ({
  id: crypto.randomUUID(), relationshipId, group, roles: [reader], status: 'pending', since: now, createdDateTime: now,
  lastModifiedDateTime: now, version: 1, ...changes,
})

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())
    const admin = () => opened.store.gdap
    const create = (relationship: GdapRelationship, scope = provider) => admin().create(scope, relationship, 'Test', writeOf([]))
    const names = async (scope = provider, view: Parameters<ReturnType<typeof admin>['list']>[1] = {}, limit = 50, zone = 'UTC') =>
      (await admin().list(scope, view, { limit }, now, zone)).items.map(({ displayName }) => displayName)
    const works = () =>
      opened.db.transaction().execute(async (trx) => {
        const line = customerRowOf(contoso.id, aCustomer('Tailspin Toys', { id: tailspin.tenantId, owner: refOf(contoso) }))
        await insertRows(trx, [line])
        await followRelations(trx, contoso.id, [line], now)
      })
    const line = async () => (await opened.store.customers.find(provider, tailspin.tenantId))?.gdap

    it('BR-82: a name is once a partner, also when it is given by renaming', async () => {
      const first = await create(made({ displayName: 'Support' }))
      await expect(create(made({ displayName: 'Support' }))).rejects.toThrow(NameTaken)
      const second = await create(made())
      await expect(admin().update(provider, { ...second, displayName: 'Support' }, writeOf([]))).rejects.toThrow(NameTaken)
      await create(made({ displayName: 'Support', partner: refOf(adatum) }), scopeFor('direct.admin'))
      expect([await admin().isNameTaken(contoso.id, 'Support'), await admin().isNameTaken(litware.id, 'Support')]).toEqual([true, false])
      expect(await admin().find(provider, first.id, now)).toEqual(first)
    })

    it('is seen by its partner, by the tenant once it is asked, and by nobody else', async () => {
      const draft = await create(ofTailspin())
      expect([await names(), await names(customer), await names(reseller)]).toEqual([[draft.displayName], [], []])
      const asked = await admin().update(provider, finalise(draft, noon), writeOf([]))
      expect(asked).toMatchObject({ status: 'approvalPending', version: 2, customerOrganizationId: tailspin.id })
      expect([await names(customer), await names(other)]).toEqual([[draft.displayName], []])
      expect(await admin().find(customer, draft.id, now)).toEqual(asked)
      expect(await admin().find(other, draft.id, now)).toBeUndefined()
      expect(await admin().findForApproval(other, draft.id, now)).toBeUndefined()
      expect(await admin().findMany(other, [draft.id], now)).toEqual([])
      await expect(admin().update(other, asked, writeOf([]))).rejects.toThrow(StaleWrite)
      await expect(admin().setAutoExtend(other, [setAutoExtend(asked, 'P180D', noon)], writeOf([]))).rejects.toThrow(StaleWrite)
      await expect(admin().remove(reseller, draft, writeOf([]))).rejects.toThrow(StaleWrite)
    })

    it('BR-79: a provider sees what it made for its reseller; the reseller’s no throws it away', async () => {
      const draft = made({ partner: refOf(litware), indirectProviderTenantId: contoso.tenantId, isPartnerConsentPending: true })
      const saved = await create(draft)
      expect([await names(), await names(reseller), await names(customer)]).toEqual([[draft.displayName], [draft.displayName], []])
      await expect(create(made({ partner: refOf(litware) }))).rejects.toThrow('made by its partner')
      await admin().remove(reseller, saved, writeOf([]))
      expect([await names(), await names(reseller)]).toEqual([[], []])
    })

    it('lists in every order, page by page, each once', async () => {
      for (const days of [40, 5, 5, 100]) await create(standing(days))
      for (const each of [made(), made()]) await create(each)
      for (const sort of ['displayName', 'endDateTime', '-createdDateTime'] as const) {
        const all = await names(provider, { sort })
        const paged: string[] = []
        for (let cursor: string | undefined, turn = 0; turn < 10; turn += 1) {
          const page = await admin().list(provider, { sort }, { limit: 2, cursor }, now, 'UTC')
          expect(page.total).toEqual({ count: 6, capped: false })
          paged.push(...page.items.map(({ displayName }) => displayName))
          if (page.nextCursor === null) break
          cursor = page.nextCursor
        }
        expect([sort, paged, new Set(paged).size]).toEqual([sort, all, 6])
      }
      const { items } = await admin().list(provider, { sort: 'endDateTime' }, { limit: 9 }, now, 'UTC')
      expect(items.map(({ endDateTime }) => endDateTime)).toEqual([inDays(5), inDays(5), inDays(40), inDays(100), null, null])
    })

    it('BR-84: counts the board as its filters find it, search included', async () => {
      for (const [days, changes] of [
        [-1, { status: 'expired' }], [7, {}], [8, { autoExtendDuration: 'P180D' }], [30, {}], [31, {}], [90, {}],
        [91, { roles: [globalAdmin] }],
      ] as const) await create(standing(days, changes))
      await create(made({ displayName: 'Draft-A' }))
      const board = { expired: 1, within_7: 1, within_30: 2, within_90: 2, later: 1, willNotRenew: 5, blockedByGlobalAdministrator: 1 }
      expect(await admin().board(provider, now, 'UTC')).toEqual(board)
      expect(await admin().board(customer, now, 'UTC')).toEqual(board)
      expect(await admin().board(reseller, now, 'UTC')).toMatchObject({ expired: 0, later: 0, willNotRenew: 0 })
      for (const bucket of ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const)
        expect([bucket, (await names(provider, { bucket })).length]).toEqual([bucket, board[bucket]])
      expect((await names(provider, { ends: 'true' })).length).toBe(5)
      expect((await names(provider, { blockedBy: 'global_administrator' })).length).toBe(1)
      expect(await names(provider, { search: 'draft-a' })).toEqual(['Draft-A'])
      expect((await names(provider, { search: 'TAILSPIN', status: 'active', customer: tailspin.tenantId })).length).toBe(6)
    })

    it('BR-84: a day of the board is one of the reader’s calendar', async () => {
      // Late in the evening of the seventh day in UTC, and the morning of the eighth in Seoul.
      await create({ ...standing(7, { displayName: 'between' }), endDateTime: inDays(7.4) })
      const found = async (bucket: 'within_7' | 'within_30', zone: string) => (await names(provider, { bucket }, 50, zone)).length
      expect(await admin().board(provider, now, 'UTC')).toMatchObject({ within_7: 1, within_30: 0 })
      expect(await admin().board(provider, now, 'Asia/Seoul')).toMatchObject({ within_7: 0, within_30: 1 })
      expect([await found('within_7', 'UTC'), await found('within_30', 'Asia/Seoul')]).toEqual([1, 1])
      expect([await found('within_30', 'UTC'), await found('within_7', 'Asia/Seoul')]).toEqual([0, 0])
    })

    it('finds what ends within 30, 60 and 90 days, and of that what does not renew by itself, as its own side sees it', async () => {
      const ending = [
        ['over', 0, {}], ['today', 1, {}], ['last', 60, {}], ['late', 61, {}], ['renews', 59, { autoExtendDuration: 'P180D' }],
        ['blocked', 31, { roles: [globalAdmin], autoExtendDuration: 'P180D' }], ['ended', 20, { status: 'terminated' }],
      ] as const
      for (const [displayName, days, changes] of ending) await create(standing(days, { displayName, ...changes }))
      await create(made({ displayName: 'draft' }))
      const view = { bucket: 'next_60', sort: 'endDateTime' } as const
      expect(await names(provider, view)).toEqual(['today', 'blocked', 'renews', 'last'])
      expect(await names(customer, { ...view, ends: 'true' })).toEqual(['today', 'blocked', 'last'])
      expect(await names(provider, { ...view, bucket: 'next_30' })).toEqual(['today'])
      expect(await names(provider, { ...view, bucket: 'next_90' })).toEqual(['today', 'blocked', 'renews', 'last', 'late'])
      expect(await names(reseller, view)).toEqual([])
      const page = await admin().list(provider, { ...view, ends: 'true' }, { limit: 1 }, now, 'UTC')
      expect(page.total).toEqual({ count: 3, capped: false })
    })

    it('BR-85: of two tenants at once the first binds the open request; the other is told that, while it is kept', async () => {
      const open = await admin().update(provider, finalise(await create(made()), noon), writeOf([]))
      expect(await admin().find(customer, open.id, now)).toBeUndefined()
      const tries = [tailspin, northwind].map(async (organization) => {
        const actor = customerActor(organization)
        const found = await admin().findForApproval(scopeOf(actor), open.id, now)
        if (!found) throw new StaleWrite('The other was first')
        return admin().approve(scopeOf(actor), approve(found, actor, noon), writeOf([organization.id]))
      })
      const [first, second] = await Promise.allSettled(tries)
      const won = [first, second].filter((each) => each?.status === 'fulfilled')
      expect(won).toHaveLength(1)
      const [winner, loser] = first?.status === 'fulfilled' ? [customer, other] : [other, customer]
      expect(await admin().findForApproval(loser, open.id, now)).toBeUndefined()
      await expect(admin().approve(loser, open, writeOf([]))).rejects.toThrow(StaleWrite)
      const isTaken = (scope: typeof customer, at = now) => admin().isBoundToAnother(scope, open.id, at)
      expect([await isTaken(loser), await isTaken(winner)]).toEqual([true, false])
      const bound = await admin().find(winner, open.id, now)
      if (!bound) throw new Error('The winner sees what it approved')
      await admin().advance({ ...bound, status: 'terminated', since: now }, writeOf([]))
      expect([await isTaken(loser), await isTaken(loser, inDays(364)), await isTaken(loser, inDays(365))]).toEqual([true, true, false])
      expect(await admin().cleanUp(inDays(365), 5)).toBe(1)
      expect(await opened.db.selectFrom('gdap_bound_requests').select('id').execute()).toEqual([])
    })

    it('BR-85: nothing but what began open and was approved is bound to another', async () => {
      const sent = async (each: GdapRelationship) => admin().update(provider, finalise(await create(each), noon), writeOf([]))
      const [open, targeted, draft] = [await sent(made()), await sent(ofTailspin()), await create(made())]
      await admin().approve(customer, approve(targeted, customerActor(tailspin), noon), writeOf([]))
      const named = await create(made())
      const renamed = await admin().update(provider, { ...named, customer: forTenant(tailspin) }, writeOf([]))
      const late = await admin().update(provider, finalise(renamed, noon), writeOf([]))
      await admin().approve(customer, approve(late, customerActor(tailspin), noon), writeOf([]))
      for (const { id } of [open, targeted, draft, late, { id: newGdapId() }])
        for (const scope of [customer, other]) expect(await admin().isBoundToAnother(scope, id, now)).toBe(false)
    })

    it('BR-78: of fifty yeses at once one counts', async () => {
      const asked = await admin().update(provider, finalise(await create(ofTailspin()), noon), writeOf([]))
      const actor = customerActor(tailspin)
      const tries = await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          admin().approve(customer, approve(asked, actor, noon), writeOf([tailspin.id], { nounId: asked.id })),
        ),
      )
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await opened.store.audit.ofRow(customer, 'tests', asked.id)).toHaveLength(1)
    })

    it('BR-74: the partner’s line of the customer says whether granular rights stand, and until when', async () => {
      await works()
      const [near, far] = [await create(standing(10)), await create(standing(50))]
      expect(await line()).toEqual({ active: true, nextEndDateTime: inDays(10) })
      const ended = await admin().update(provider, requestTermination(near, noon), writeOf([]))
      expect(await line()).toEqual({ active: true, nextEndDateTime: inDays(50) })
      await admin().advance(passTime(ended, noon), writeOf([]))
      await admin().update(customer, requestTermination(far, noon), writeOf([]))
      expect(await line()).toEqual({ active: false, nextEndDateTime: null })
      expect(await opened.store.customers.find(provider, tailspin.tenantId)).toMatchObject({ version: 4 })
    })

    it('those that stand are read by name, the first of them, and whether they are all', async () => {
      for (const displayName of ['c', 'a', 'b']) await create(standing(10, { displayName }))
      const named = async (most?: number) => {
        const { rows, areAll } = await opened.store.gdapBulk.standing(provider, most)
        return [rows.map((row) => row.displayName), areAll]
      }
      const all = [['a', 'b', 'c'], true]
      expect([await named(2), await named(3), await named()]).toEqual([[['a', 'b'], false], all, all])
      expect(await opened.store.gdapBulk.standing(scopeFor('direct.admin'))).toEqual({ rows: [], areAll: true })
    })

    it('BR-101: a line that is made later knows of rights that stand already', async () => {
      await create(standing(10))
      const row = {
        id: tailspin.tenantId, companyName: 'Tailspin Toys', domain: 'tailspin.example', relationshipText: null,
        relationshipToPartner: 'reseller' as const,
      }
      await opened.store.customers.import(provider, [row], writeOf([]), noRecords)
      expect(await line()).toEqual({ active: true, nextEndDateTime: inDays(10) })
      const { items } = await admin().list(provider, {}, { limit: 1 }, now, 'UTC')
      expect(items).toMatchObject([{ hasResellerRelationship: false, hasDap: false }])
    })

    it('BR-93: a group is assigned once, whoever comes first, and not to what was changed meanwhile', async () => {
      const relationship = await create(standing(50))
      const tries = await Promise.allSettled(
        Array.from({ length: 5 }, () => admin().assign(provider, relationship, assignment(relationship.id), writeOf([]))),
      )
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await admin().assignments(provider, relationship.id)).toHaveLength(1)
      expect(await admin().assignments(reseller, relationship.id)).toEqual([])
      const stale = assignment(relationship.id, { group: { ...group, id: crypto.randomUUID() } })
      await expect(admin().assign(provider, { ...relationship, version: 0 }, stale, writeOf([]))).rejects.toThrow(StaleWrite)
    })

    it('BR-88, BR-92: Global administrator goes from the assignments with the relationship’s', async () => {
      const relationship = await create(standing(50, { roles: [reader, globalAdmin] }))
      for (const [id, roles] of [[1, [reader, globalAdmin]], [2, [globalAdmin]], [3, [reader]]] as const)
        await admin().assign(
          provider, relationship,
          assignment(relationship.id, { roles, group: { id: `00000000-0000-7555-8000-00000000000${id}`, displayName: `G${id}` } }),
          writeOf([]),
        )
      const next = await admin().update(provider, { ...relationship, roles: [reader] }, writeOf([]))
      const all = await admin().assignments(provider, relationship.id)
      const kept = Object.fromEntries(all.map((each) => [each.group.displayName, [each.roles, each.status]]))
      expect(kept).toEqual({ G1: [[reader], 'pending'], G2: [[globalAdmin], 'deleting'], G3: [[reader], 'pending'] })
      expect(next).toMatchObject({ roles: [reader], version: 2 })
    })

    it('BR-86: auto-extend of several is set of all or of none', async () => {
      const found = [await create(standing(50)), await create(standing(60))]
      const extending = found.map((each) => setAutoExtend(each, 'P180D', noon))
      await admin().setAutoExtend(customer, extending, writeOf([], { at: later(1) }))
      const [one, two] = await admin().findMany(provider, found.map(({ id }) => id), now)
      expect([one, two]).toMatchObject([{ autoExtendDuration: 'P180D', version: 2 }, { autoExtendDuration: 'P180D', version: 2 }])
      const stale = found.map((each, position) => ({ ...setAutoExtend(each, 'PT0S', noon), version: position === 0 ? 2 : each.version }))
      await expect(admin().setAutoExtend(provider, stale, writeOf([]))).rejects.toThrow(StaleWrite)
      expect((await admin().findMany(provider, found.map(({ id }) => id), now)).map(({ version }) => version)).toEqual([2, 2])
    })

    it('finds due exactly what time moves', async () => {
      const since = (status: GdapRelationship['status'], days: number, autoExtendDuration: 'PT0S' | 'P180D' = 'PT0S') =>
        create(standing(days, { status, autoExtendDuration }))
      const all = [
        await create(made()), await create(ofTailspin({ status: 'approvalPending' })),
        await create(ofTailspin({ status: 'approved' })), await create(ofTailspin({ status: 'activating' })),
        await since('active', 31), await since('active', 30), await since('active', 30, 'P180D'), await since('active', 0, 'P180D'),
        await since('active', 0), await since('expiring', 31), await since('expiring', 3), await since('expiring', 3, 'P180D'),
        await since('expiring', -1), await since('expired', -1), await since('terminationRequested', 5), await since('terminating', 5),
        await since('terminated', 5),
      ]
      const moving = all.filter((each) => passTime(each, noon) !== each).map(({ id }) => id)
      expect((await admin().due(now, 100)).map(({ id }) => id).toSorted()).toEqual(moving.toSorted())
      expect(await admin().due(now, 3)).toHaveLength(3)
      expect((await admin().due(now, 100, moving[0])).map(({ id }) => id)).toEqual([moving[0]])
    })

    it('BR-79, BR-95: what is cleaned up is seen by nobody, then gone with all that belongs to it', async () => {
      const gone = [
        await create(ofTailspin({ status: 'approvalPending', since: inDays(-90) })),
        await create(standing(-1, { status: 'expired', since: inDays(-365) })),
        await create(ofTailspin({ status: 'terminated', since: inDays(-365) })),
      ]
      const kept = [
        await create(ofTailspin({ status: 'approvalPending', since: inDays(-89) })),
        await create(ofTailspin({ status: 'terminated', since: inDays(-364) })),
      ]
      const left = kept.map((each) => each.displayName).toSorted()
      for (const scope of [provider, customer]) expect((await names(scope)).toSorted()).toEqual(left)
      for (const { id } of gone) expect(await admin().find(provider, id, now)).toBeUndefined()
      expect(await admin().board(provider, now, 'UTC')).toMatchObject({ expired: 0 })
      expect([await admin().cleanUp(now, 2), await admin().cleanUp(now, 2), await admin().cleanUp(now, 2)]).toEqual([2, 1, 0])
      const known = await opened.db.selectFrom('gdap_directory').select('id').execute()
      expect(known.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
      expect(await opened.db.selectFrom('gdap_of_tenants').select('id').execute()).toHaveLength(2)
    })
  })
