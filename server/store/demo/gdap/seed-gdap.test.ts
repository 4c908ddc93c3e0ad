import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dapActivity } from '../../../../domain/dap/standing-dap.ts'
import { approvedIn } from '../../../../domain/gdap/approval-record.ts'
import { bucketOf, isSystemCreated } from '../../../../domain/gdap/term/expiry.ts'
import { canAutoExtend, canBeNamed, canHoldRoles, canLast } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import { GdapId } from '../../../../domain/gdap/schemas.ts'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { givesAccess, passTime } from '../../../../domain/gdap/transitions.ts'
import type { Page } from '../../../../domain/page.ts'
import { scopeOf } from '../../scope.ts'
import type { PageRequest } from '../../sql/page.ts'
import { engines, type OpenedStore } from '../../testing/test-engines.ts'
import { demoPeople, type DemoPersona } from '../demo-people.ts'
import { scene } from '../scene.ts'
import { seedDemo } from '../seed-demo.ts'

const now = new Date('2026-03-02T09:00:00.000Z')
const tokenHashOf = (link: { id: string; linkNumber: number }) => Promise.resolve(`hash of ${link.id}/${link.linkNumber}`)
const scopeFor = (persona: DemoPersona) => scopeOf(demoPeople[persona])

async function all<Item>(list: (page: PageRequest) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const page = await list({ limit: 100, cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

describe.each(engines)('granular delegated admin of the demo on $name', (engine) => {
  let opened: OpenedStore
  beforeAll(async () => {
    opened = await engine.open()
    await seedDemo(opened.db, { now, tokenHashOf })
  })
  afterAll(() => opened.close())

  const customersOf = (persona: DemoPersona) =>
    all((page) => opened.store.customers.list(scopeFor(persona), { sort: 'companyName' }, page))
  const gdapOf = (persona: DemoPersona) =>
    all((page) => opened.store.gdap.list(scopeFor(persona), {}, page, now.toISOString(), 'UTC'))

  it('is there in every status and column of the board for Contoso, and obeys its rules everywhere', async () => {
    const relationships = await gdapOf('provider.admin')
    expect(new Set(relationships.map(({ status }) => status))).toEqual(
      new Set(gdapStatuses.filter((status) => status !== 'unknownFutureValue')),
    )
    expect(new Set(relationships.map((each) => bucketOf(each, now, 'UTC')))).toEqual(
      new Set(['expired', 'within_7', 'within_30', 'within_90', 'later', undefined]),
    )
    expect(relationships.filter(({ displayName }) => isSystemCreated(displayName))).toHaveLength(2)
    expect(relationships.filter(({ roles }) => roles.includes(globalAdministrator))).toHaveLength(1)
    for (const persona of ['provider.admin', 'reseller.admin', 'direct.admin'] as const)
      for (const each of await gdapOf(persona)) {
        const verdicts = [
          // BR-76: only Microsoft's names begin so.
          canBeNamed(each.displayName.replace(/^MLT_/, ''), false), canLast(each.duration), canHoldRoles(each.roles),
          canAutoExtend(each.roles, each.autoExtendDuration),
        ]
        expect(verdicts.every(({ allowed }) => allowed)).toBe(true)
        expect([each.createdDateTime <= each.since, each.since <= now.toISOString(), GdapId.safeParse(each.id).success])
          .toEqual([true, true, true])
        const isQuick = ['approved', 'activating', 'terminationRequested', 'terminating'].includes(each.status)
        expect([isQuick, passTime(each, now).status === each.status]).toEqual([isQuick, !isQuick])
      }
  })

  it('has a history on both sides where the customer uses the portal', async () => {
    const actions = async (persona: DemoPersona, id: string) =>
      (await opened.store.audit.ofRow(scopeFor(persona), 'delegated-admin', id)).map(({ action, by }) => [action, by])
    const { id } = scene.standingOfTailspin
    const later = [
      ['gdap.finalised', 'Seoyeon Lim'], ['gdap.approved', 'Sora Min'], ['gdap.activated', ''], ['gdap.expiring', ''],
    ]
    expect(await actions('reseller.admin', id)).toEqual([['gdap.created', 'Seoyeon Lim'], ...later])
    expect(await actions('customer.globaladmin', id)).toEqual(later)
    expect(await actions('customer.globaladmin', scene.requestForTailspin.id)).toEqual([['gdap.finalised', 'Jiwoo Han']])
  })

  it('keeps of every yes what it was to', async () => {
    const scope = scopeFor('customer.globaladmin')
    const begun = (await gdapOf('customer.globaladmin')).filter(({ activatedDateTime }) => activatedDateTime !== null)
    expect(begun.length).toBeGreaterThan(1)
    for (const { id, roles, duration } of begun)
      expect(approvedIn(await opened.store.audit.ofRow(scope, 'delegated-admin', id))).toEqual({ roles, duration })
  })

  it('agrees with the customer lists, and is nowhere where the cloud has none', async () => {
    for (const persona of ['provider.admin', 'direct.admin', 'direct-de.admin', 'provider-cn.admin'] as const) {
      const standing = (await gdapOf(persona)).filter(givesAccess)
      const shown = (await customersOf(persona)).filter(({ gdap }) => gdap.active)
      const ends = new Map(standing.map(({ customer, endDateTime }) => [customer?.tenantId, endDateTime]))
      expect(new Map(shown.map(({ id, gdap }) => [id, gdap.nextEndDateTime]))).toEqual(ends)
      expect(shown.length > 0).toBe(persona === 'provider.admin' || persona === 'direct.admin')
    }
  })

  it('is what the scene’s journeys name: for Tailspin to approve, for anybody, standing, and for Litware to consent to', async () => {
    const ids = async (persona: DemoPersona) => (await gdapOf(persona)).map(({ id, status }) => `${id} ${status}`)
    expect(await ids('customer.globaladmin')).toEqual(expect.arrayContaining([
      `${scene.requestForTailspin.id} approvalPending`, `${scene.standingOfTailspin.id} expiring`,
    ]))
    expect(await ids('customer.globaladmin')).not.toContain(`${scene.openRequest.id} approvalPending`)
    expect(await ids('provider.admin')).toContain(`${scene.awaitingConsent.id} created`)
    expect((await gdapOf('reseller.admin')).find(({ isPartnerConsentPending }) => isPartnerConsentPending)?.id)
      .toBe(scene.awaitingConsent.id)
    expect(await opened.store.gdap.groups(scopeFor('reseller.admin'))).toHaveLength(4)
  })

  it('BR-73 is beside DAP that is used, granted lately, unused for long, and of which nothing is known', async () => {
    const lines = await all((page) => opened.store.gdapBulk.dap(scopeFor('provider.admin'), page))
    expect(new Set(lines.map((line) => dapActivity(line, now.toISOString())))).toEqual(
      new Set(['used', 'recent', 'inactive', 'not_known_yet']),
    )
    for (const { since, lastUsedAt } of lines)
      expect(since !== null && (lastUsedAt === null || (since <= lastUsedAt && lastUsedAt <= now.toISOString()))).toBe(true)
  })

  it('has groups with roles of their relationships, one that waits and one that failed, and rights that nobody has', async () => {
    const rows = await opened.db.selectFrom('gdap_assignments').selectAll().execute()
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['active', 'pending', 'error']))
    const relationships = [...(await gdapOf('provider.admin')), ...(await gdapOf('reseller.admin')), ...(await gdapOf('direct.admin'))]
    for (const { relationship_id: id, roles } of rows)
      expect(roles.every((role) => relationships.find((each) => each.id === id)?.roles.includes(role))).toBe(true)
    expect(relationships.some((each) => givesAccess(each) && each.activeAssignments === 0)).toBe(true)
  })
})
