import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import type { GdapStatus } from '../../../domain/gdap/states.ts'
import { globalAdmin, reader } from '../../../domain/gdap/testing.ts'
import { passGdapTime } from './time.ts'
import { giveAssignment, giveGdap } from '../testing/gdap.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { giveCustomer, openWorld, type World } from '../testing/world.ts'

const start = Date.parse('2026-03-02T09:00:00.000Z')
const day = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(start + days * day).toISOString()
const tailspin = { tenantId: tenantId('tailspin'), displayName: 'Tailspin Toys' }

describe('time', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await giveCustomer(world.db, 'contoso', tailspin.tenantId, 'Tailspin Toys')
  })
  afterEach(() => world.close())

  const give = (status: GdapStatus, changes: Partial<GdapRelationship> = {}) =>
    giveGdap(world.db, 'contoso', { displayName: `Test-${crypto.randomUUID()}`, customer: tailspin, status, ...changes })
  const ending = (days: number, changes: Partial<GdapRelationship> = {}) =>
    give('active', { activatedDateTime: inDays(-10), endDateTime: inDays(days), ...changes })
  const rows = () => world.db.selectFrom('gdap_relationships').selectAll().orderBy('id').execute()
  const told = async (company: 'contoso' | 'tailspin' | 'litware' = 'contoso') => {
    const events = await world.db
      .selectFrom('audit_events')
      .select(['noun_id', 'action'])
      .where('organization_id', '=', organizationId(company))
      .orderBy('at')
      .orderBy('id')
      .execute()
    return events.map(({ action }) => action)
  }
  const line = async () =>
    world.db.selectFrom('customers').select(['gdap_active', 'gdap_next_end']).where('id', '=', tailspin.tenantId).executeTakeFirstOrThrow()

  it('ends nothing by a time that is not trusted', async () => {
    await ending(30)
    world.wait(400 * day)
    expect(await passGdapTime({ ...world, isTimeTrusted: () => false })).toBe(0)
    expect((await rows()).map(({ status }) => status)).toEqual(['active'])
    expect(await passGdapTime({ ...world, isTimeTrusted: () => true })).toBeGreaterThan(0)
  })

  it('moves what was approved on to active and what is ended on to terminated, each step once, both sides told', async () => {
    await give('approved')
    await give('terminationRequested', { endDateTime: inDays(5), activatedDateTime: inDays(-1) })
    expect(await passGdapTime(world)).toBe(4)
    expect((await rows()).map(({ status }) => status).toSorted()).toEqual(['active', 'terminated'])
    const steps = ['gdap.activated', 'gdap.activating', 'gdap.terminated', 'gdap.terminating']
    expect([(await told()).toSorted(), (await told('tailspin')).toSorted(), await told('litware')]).toEqual([steps, steps, []])
    expect(await passGdapTime(world)).toBe(0)
    const changes = world.db.selectFrom('changes').select(['organization_id', 'noun', 'noun_id'])
    const news = await changes.where('noun', '=', 'customers').execute()
    const ofLine = { organization_id: organizationId('contoso'), noun: 'customers', noun_id: tailspin.tenantId }
    expect(news).toEqual([ofLine])
  })

  it('BR-91, BR-94: tells both sides when rights begin and when somebody has ended them, once each, by however many', async () => {
    await give('approved', { displayName: 'Begins' })
    await give('terminationRequested', { displayName: 'Ends', endDateTime: inDays(5), activatedDateTime: inDays(-1) })
    await give('expired', { displayName: 'Over', endDateTime: inDays(-3), activatedDateTime: inDays(-9) })
    await Promise.all([passGdapTime(world), passGdapTime(world)])
    await passGdapTime(world)
    const mails = await world.db.selectFrom('outbox').selectAll().orderBy('to_address').execute()
    const admins = ['customer.globaladmin@tailspin.example', 'provider.admin@contoso.example']
    const toldTo = (of: string) => mails.filter(({ intent }) => intent.startsWith(`${of}/`)).map(({ to_address: to }) => to)
    expect([toldTo('gdap-begun'), toldTo('gdap-terminated'), mails.length]).toEqual([admins, admins, 4])
    for (const { subject, body } of mails) expect(`${subject} ${body}`).not.toMatch(/mails\.|undefined|[{}]/)
  })

  it('writes of each row when that was, however long those before it took', async () => {
    await give('approved')
    await give('approved')
    const now = () => {
      world.wait(60_000)
      return world.now()
    }
    expect(await passGdapTime({ ...world, now })).toBe(4)
    expect(new Set((await rows()).map(({ since }) => since)).size).toBe(2)
  })

  it('BR-91: where no mail leaves, time goes on without one', async () => {
    await give('approved')
    expect(await passGdapTime({ ...world, sendsMail: false })).toBe(2)
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })

  it('BR-84, BR-86, BR-90: is expiring near its end, extends itself or is over, and goes nowhere from there', async () => {
    const plain = await ending(40)
    const itself = await ending(40, { autoExtendDuration: 'P180D' })
    expect(await passGdapTime(world)).toBe(0)
    world.wait(15 * day)
    await passGdapTime(world)
    const status = async (id: string) => (await rows()).find((row) => row.id === id)
    expect([(await status(plain.id))?.status, (await status(itself.id))?.status]).toEqual(['expiring', 'active'])
    world.wait(26 * day)
    await passGdapTime(world)
    expect(await status(plain.id)).toMatchObject({ status: 'expired', end_at: inDays(40) })
    expect(await status(itself.id)).toMatchObject({ status: 'active', end_at: inDays(220) })
    expect(await line()).toEqual({ gdap_active: true, gdap_next_end: inDays(220) })
    world.wait(300 * day)
    await passGdapTime(world)
    expect([(await status(plain.id))?.status, (await status(itself.id))?.end_at]).toEqual(['expired', inDays(400)])
    expect((await told()).toSorted()).toEqual(['gdap.expired', 'gdap.expiring', 'gdap.extended', 'gdap.extended'])
  })

  it('BR-87: one with Global administrator is never extended, whatever it says', async () => {
    await ending(-1, { roles: [reader, globalAdmin], autoExtendDuration: 'P180D' })
    await passGdapTime(world)
    expect((await rows()).map(({ status }) => status)).toEqual(['expired'])
    expect(await line()).toEqual({ gdap_active: false, gdap_next_end: null })
  })

  it('catches up with what was not looked at for years', async () => {
    await ending(1, { autoExtendDuration: 'P180D' })
    world.wait(1000 * day)
    await passGdapTime(world)
    expect((await rows()).map(({ end_at, status }) => [status, end_at])).toEqual([['active', inDays(1 + 6 * 180)]])
  })

  it('BR-92: assignments become active or go; one that is stuck stays, and one of an ended relationship waits for nothing', async () => {
    const standing = await ending(100)
    const ended = await give('expired', { endDateTime: inDays(-1) })
    const since = inDays(0)
    const soon = await giveAssignment(world.db, 'contoso', standing.id, { status: 'pending', since })
    const gone = await giveAssignment(world.db, 'contoso', standing.id, { status: 'deleting', since })
    await giveAssignment(world.db, 'contoso', standing.id, { status: 'pending', since: inDays(-2) })
    await giveAssignment(world.db, 'contoso', ended.id, { status: 'pending', since })
    expect(await passGdapTime(world)).toBe(2)
    const stored = await world.db.selectFrom('gdap_assignments').select(['id', 'status']).execute()
    expect(stored.find(({ id }) => id === soon)?.status).toBe('active')
    expect(stored.find(({ id }) => id === gone)?.status).toBe('deleted')
    expect(stored.filter(({ status }) => status === 'pending')).toHaveLength(2)
    expect([(await told()).toSorted(), await told('tailspin')]).toEqual([['gdap.assignment_active', 'gdap.assignment_deleted'], []])
  })

  it('of several workers at once each step is taken by one', async () => {
    for (let count = 0; count < 20; count += 1) await give('approved')
    for (let count = 0; count < 10; count += 1) await ending(-1)
    const taken = await Promise.all(Array.from({ length: 4 }, () => passGdapTime(world)))
    await passGdapTime(world)
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(50)
    const events = await told()
    const count = (action: string) => events.filter((each) => each === action).length
    expect(['gdap.activating', 'gdap.activated', 'gdap.expired'].map(count)).toEqual([20, 20, 10])
    expect(events).toHaveLength(50)
  })

  it('what fails keeps nothing behind it waiting, and is tried again', async () => {
    const [first] = [await give('approved'), await give('approved'), await give('approved')].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const { gdap } = world.store
    const advance: typeof gdap.advance = (next, write) =>
      next.id === first?.id ? Promise.reject(new Error('out of order')) : gdap.advance(next, write)
    const broken = { ...world, store: { ...world.store, gdap: { ...gdap, advance } } }
    await expect(passGdapTime(broken, undefined, 1)).rejects.toThrow('out of order')
    expect((await rows()).map(({ status }) => status)).toEqual(['approved', 'active', 'active'])
    await passGdapTime(world, undefined, 1)
    expect((await rows()).map(({ status }) => status)).toEqual(['active', 'active', 'active'])
  })

  it('moves one relationship alone when it is named', async () => {
    const [one] = [await give('approved'), await give('approved')]
    await passGdapTime(world, one.id)
    const all = await rows()
    expect(all.map(({ status }) => status).toSorted()).toEqual(['active', 'approved'])
    expect(all.find(({ id }) => id === one.id)?.status).toBe('active')
  })
})
