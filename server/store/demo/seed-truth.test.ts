import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GdapView } from '../../../domain/gdap/schemas.ts'
import { shownState } from '../../../domain/invitations/turn.ts'
import { turns } from '../../../domain/invitations/states.ts'
import type { Page } from '../../../domain/page.ts'
import { scopeOf } from '../scope.ts'
import type { PageRequest } from '../sql/page.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { demoPeople } from './demo-people.ts'
import { seedDemo } from './seed-demo.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const at = now.toISOString()
const tokenHashOf = (link: { id: string; linkNumber: number }) => Promise.resolve(`hash of ${link.id}/${link.linkNumber}`)
const partners = ['provider.admin', 'reseller.admin', 'direct.admin', 'direct-de.admin', 'provider-cn.admin'] as const
const buckets = ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const

async function counted<Item>(list: (page: PageRequest) => Promise<Page<Item>>) {
  const items: Item[] = []
  let total: number | undefined
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list({ limit: 100, cursor })
    items.push(...page.items)
    total ??= page.total.count
    cursor = page.nextCursor
  }
  return { items, total }
}

describe.each(engines)('what the demo says on $name', (engine) => {
  let opened: OpenedStore
  beforeAll(async () => {
    opened = await engine.open()
    await seedDemo(opened.db, { now, tokenHashOf })
  })
  afterAll(() => opened.close())

  describe.each(partners)('to %s', (persona) => {
    const scope = scopeOf(demoPeople[persona])
    const invitations = (view = {}) => counted((page) => opened.store.invitations.list(scope, view, page, at))
    const granular = (view: GdapView) => counted((page) => opened.store.gdap.list(scope, view, page, at, 'UTC'))

    it('no invitation is opened and never looked at, and none is answered by nobody', async () => {
      for (const invitation of (await invitations()).items) {
        const { fetchedCount, firstOpenedAt, lastOpenedAt, signedInAt, failure } = invitation.tracking
        const actions = (await opened.store.audit.ofRow(scope, 'invitations', invitation.id)).map(({ action }) => action)
        const isAnswered = invitation.state === 'accepted' || invitation.state === 'declined' || invitation.acceptedCount > 0
        const wasOpened = isAnswered || invitation.state === 'opened' || invitation.state === 'failed'
        const said = [invitation.id, shownState(invitation, now)]
        const isOpened = firstOpenedAt !== null
        expect([...said, isOpened, fetchedCount > 0]).toEqual([...said, wasOpened || isOpened, isOpened])
        expect([...said, actions.includes('invitation.opened')]).toEqual([...said, firstOpenedAt !== null])
        expect([...said, signedInAt !== null, actions.includes('invitation.signed_in')])
          .toEqual([...said, isAnswered || failure !== null, isAnswered || failure !== null])
        expect((firstOpenedAt ?? '') <= (lastOpenedAt ?? '') && (lastOpenedAt ?? '') <= at).toBe(true)
        expect([...said, invitation.forwards.length > 0]).toEqual([...said, actions.includes('invitation.forwarded')])
        expect([...said, invitation.state === 'forwarded' && invitation.forwards.length === 0]).toEqual([...said, false])
      }
    })

    it('a tenant has seen a request only where somebody signed in', async () => {
      const signedIn = new Map((await invitations()).items.map(({ id, tracking }) => [id, tracking.signedInAt !== null]))
      const requests = await counted((page) => opened.store.relationshipRequests.list(scope, {}, page, at))
      for (const { invitation: { id }, firstSeenAt, answer } of requests.items) {
        expect([id, firstSeenAt !== null]).toEqual([id, signedIn.get(id)])
        expect([id, answer !== null && firstSeenAt === null]).toEqual([id, false])
      }
    })

    it('the last event of every customer is the last that its history tells, and nothing is disputed before it was said', async () => {
      const { items } = await counted((page) => opened.store.customers.list(scope, { sort: 'companyName' }, page))
      for (const { id, lastEventAt, disputedAt } of items) {
        const history = await opened.store.customers.history(scope, id)
        const isDisputed = history.at(-1)?.action === 'customer.disputed'
        expect([id, history.at(-1)?.at, isDisputed]).toEqual([id, lastEventAt, disputedAt !== null])
        expect([id, !isDisputed || history[0]?.action === 'customer.imported']).toEqual([id, true])
      }
    })

    it('every count is as long as the list that it leads to', async () => {
      for (const view of [{}, { overdue: 'true' }, ...turns.map((turn) => ({ turn }))]) {
        const { items, total } = await invitations(view)
        expect([view, total]).toEqual([view, items.length])
      }
      const board = await opened.store.gdap.board(scope, at, 'UTC')
      const lengthOf = async (view: GdapView) => {
        const { items, total } = await granular(view)
        expect([view, total]).toEqual([view, items.length])
        return items.length
      }
      for (const bucket of buckets) expect([bucket, await lengthOf({ bucket })]).toEqual([bucket, board[bucket]])
      expect(await lengthOf({ bucket: 'next_30' })).toBe(board.within_7 + board.within_30)
      expect(await lengthOf({ bucket: 'next_90' })).toBe(board.within_7 + board.within_30 + board.within_90)
      expect(await lengthOf({ ends: 'true' })).toBe(board.willNotRenew)
    })
  })
})
