import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GdapRelationship } from '../../../../domain/gdap/relationship.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import { locales } from '../../../../domain/session/locales.ts'
import type { Store } from '../../../store/store.ts'
import { uuidV7 } from '../../../store/sql/uuid-v7.ts'
import { remindOfGdapEnds } from './reminders.ts'
import { passGdapTime } from '../time.ts'
import { giveGdap } from '../../testing/gdap.ts'
import { organizationId, tenantId } from '../../testing/people.ts'
import { openWorld, type World } from '../../testing/world.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const tailspin = { tenantId: tenantId('tailspin'), displayName: 'Tailspin Toys' }

describe('reminders of ends', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(() => world.close())

  const ports = ({ sendsMail = true, over = world.store }: { sendsMail?: boolean; over?: Store } = {}) => {
    const { now } = world
    return { store: over, now, newId: () => uuidV7(now()), sendsMail, publicUrl: 'https://portal.example' }
  }
  const run = ({ batch, ...others }: { sendsMail?: boolean; batch?: number; over?: Store } = {}) => remindOfGdapEnds(ports(others), batch)
  const ending = (days: number, changes: Partial<GdapRelationship> = {}) =>
    giveGdap(world.db, 'contoso', {
      displayName: 'Support', customer: tailspin, endDateTime: new Date(world.now().getTime() + days * day).toISOString(), ...changes,
    })
  const mails = () => world.db.selectFrom('outbox').selectAll().orderBy('at').orderBy('to_address').execute()
  const events = async () =>
    (
      await world.db.selectFrom('audit_events').selectAll().where('action', 'in', ['gdap.reminded', 'gdap.expired']).orderBy('at').execute()
    ).map(({ organization_id, action, details }) => [organization_id, action === 'gdap.expired' ? action : details['days']])
  const both = (what: number | 'gdap.expired') => [[organizationId('contoso'), what], [organizationId('tailspin'), what]]
  const admins = ['customer.globaladmin@tailspin.example', 'provider.admin@contoso.example']

  it('BR-91 come 30, 7 and 1 days before the end and on the day, once each, to both sides', async () => {
    await ending(40)
    const counted: [number, number][] = []
    for (let passed = 0; passed < 44; passed += 0.5) {
      await passGdapTime(ports())
      await run()
      const written = (await mails()).length
      if (written > (counted.at(-1)?.[1] ?? 0)) counted.push([40 - passed, written])
      world.wait(day / 2)
    }
    expect(counted.map(([left, written]) => [Math.round(left), written])).toEqual([[30, 2], [7, 4], [1, 6], [0, 8]])
    expect(await events()).toHaveLength(8)
    expect(await events()).toEqual(expect.arrayContaining([...both(30), ...both(7), ...both(1), ...both('gdap.expired')]))
    const written = await mails()
    expect(written.map(({ to_address: to }) => to)).toEqual([30, 7, 1, 0].flatMap(() => admins))
    for (const { body, subject, state, kind, organization_id: owner } of written) {
      expect([state, kind, owner]).toEqual(['queued', 'note', organizationId('contoso')])
      expect(`${subject} ${body}`).not.toMatch(/mails\.|undefined|[{}\ue000]/)
    }
    expect(written[0]?.body).toContain('https://portal.example/my-partners')
    expect(written[1]?.body).toContain('https://portal.example/delegated-admin/')
  })

  it('BR-91 a late start makes up for none of the earlier ones', async () => {
    await ending(5)
    expect([await run(), await run()]).toEqual([1, 0])
    expect(await events()).toEqual(expect.arrayContaining(both(7)))
  })

  it('BR-91 once also when several processes look at the same time, whatever the batch', async () => {
    for (let number = 0; number < 7; number += 1) await ending(6, { displayName: `Support-${number}` })
    const written = await Promise.all([run({ batch: 2 }), run({ batch: 3 }), run()])
    expect(written.reduce((sum, each) => sum + each, 0)).toBe(7)
    expect(await run()).toBe(0)
    expect(await mails()).toHaveLength(14)
    expect(await events()).toHaveLength(14)
  })

  it('BR-91 one that fails keeps none behind it from its reminder, and is tried again', async () => {
    const first = await ending(5)
    await ending(6, { displayName: 'Later' })
    const { gdapReminders } = world.store
    const keep: typeof gdapReminders.keep = (relationship, ...rest) =>
      relationship.id === first.id ? Promise.reject(new Error('out of order')) : gdapReminders.keep(relationship, ...rest)
    await expect(run({ batch: 1, over: { ...world.store, gdapReminders: { ...gdapReminders, keep } } })).rejects.toThrow('out of order')
    expect(await events()).toEqual(both(7))
    expect(await run()).toBe(1)
  })

  it.each<[string, number, Partial<GdapRelationship>, number]>([
    ['BR-86 extends itself', 5, { autoExtendDuration: 'P180D' }, 0],
    ['BR-87 would extend itself, but holds Global administrator', 5, { autoExtendDuration: 'P180D', roles: [globalAdministrator] }, 1],
    ['BR-90 has expired, of which that step tells', -0.1, { status: 'expired' }, 0],
    ['BR-90 is over, which nobody has noticed yet', -0.1, {}, 0],
    ['BR-94 was terminated', 5, { status: 'terminated' }, 0],
    ['BR-91 is far from its end', 31, {}, 0],
  ])('a relationship that %s', async (_what, days, changes, expected) => {
    await ending(days, changes)
    expect(await run()).toBe(expected)
    expect(await run()).toBe(0)
  })

  it('BR-91 a new end is reminded of anew', async () => {
    const made = await ending(5)
    expect(await run()).toBe(1)
    const end_at = new Date(Date.parse(made.endDateTime ?? '') + 180 * day).toISOString()
    await world.db.updateTable('gdap_relationships').set({ end_at }).where('id', '=', made.id).execute()
    world.wait(180 * day)
    expect(await run()).toBe(1)
  })

  it('BR-91 where no mail leaves there is only the event; a customer that nobody knows here gets neither', async () => {
    await ending(5)
    await ending(5, { displayName: 'Elsewhere', customer: { tenantId: crypto.randomUUID(), displayName: 'Elsewhere' } })
    expect(await run({ sendsMail: false })).toBe(2)
    expect(await mails()).toEqual([])
    expect((await events()).map(([organization]) => organization)).toEqual(
      expect.arrayContaining([organizationId('contoso'), organizationId('contoso'), organizationId('tailspin')]),
    )
    expect(await events()).toHaveLength(3)
  })

  it('BR-91 what was changed since it was read comes with the next look', async () => {
    const { id } = await ending(5)
    const { store } = world
    const { gdapReminders } = store
    const changedMeanwhile: typeof gdapReminders.due = async (...given) => {
      const found = await gdapReminders.due(...given)
      await world.db.updateTable('gdap_relationships').set({ version: 9 }).where('id', '=', id).execute()
      return found
    }
    expect(await run({ over: { ...store, gdapReminders: { ...gdapReminders, due: changedMeanwhile } } })).toBe(0)
    expect(await run()).toBe(1)
  })

  it.each<[string, Partial<GdapRelationship>, string, string]>([
    ['can be extended by either side', {}, 'turn on auto-extend under My partners', 'Turn on auto-extend'],
    ['holds what only the partner removes', { roles: [globalAdministrator] }, 'only Contoso Distribution can remove', 'Remove that role'],
  ])('BR-87, BR-91 a relationship that %s: each side reads what it can do itself', async (_what, changes, customer, partner) => {
    await ending(5, changes)
    await run()
    const [toCustomer, toPartner] = (await mails()).map(({ body }) => body)
    expect([toCustomer?.includes(customer), toPartner?.includes(partner)]).toEqual([true, true])
    expect(toCustomer?.includes('turn on auto-extend')).toBe(changes.roles === undefined)
  })

  it.each(locales)('writes in %s to whoever reads it', async (locale) => {
    await world.db.updateTable('users').set({ locale }).execute()
    await ending(20, { roles: [globalAdministrator] })
    await run()
    for (const { body, subject, language } of await mails()) {
      expect([language, subject.includes('Support')]).toEqual([locale, true])
      expect(subject).toMatch(/\d:\d\d.*\(UTC\)/)
      expect(`${subject} ${body}`).not.toMatch(/mails\.|undefined|[{}]/)
    }
  })

  it.each<[string, number, Partial<GdapRelationship>]>([
    ['one with an end', 3, {}],
    ['one with Global administrator, which cannot extend itself', 30, { autoExtendDuration: 'P180D', roles: [globalAdministrator] }],
  ])('BR-90, BR-91 the end is told once to both sides, after whatever pause and by however many: %s', async (_what, days, changes) => {
    const { id, endDateTime } = await ending(0.5, changes)
    world.wait(days * day)
    await Promise.all([passGdapTime(ports()), run(), passGdapTime(ports()), run()])
    await passGdapTime(ports())
    expect(await run()).toBe(0)
    const written = await mails()
    expect(written.map(({ to_address: to }) => to)).toEqual(admins)
    const byReader = expect.stringMatching(/^[\da-f-]{36}$/)
    expect(written.map(({ intent }) => intent.split(`gdap-end/${id}/${endDateTime}/0/`))).toEqual(admins.map(() => ['', byReader]))
    expect(written[0]?.body).toContain('ask it for a new request')
    expect(written[0]?.body).not.toContain('auto-extend')
    expect(written[1]?.body).toContain('ask Tailspin Toys for new rights')
    expect(await events()).toHaveLength(2)
    expect(await events()).toEqual(expect.arrayContaining(both('gdap.expired')))
  })

  it.each([
    [5, [[1, 4], [0, 5]]], [20, [[7, 13], [1, 19], [0, 20]]], [30, [[30, 0], [7, 23], [1, 29], [0, 30]]],
  ])('BR-91 of %i days in all, no reminder comes whose time lies before they began', async (days, expected) => {
    const begun = world.now().getTime()
    await ending(days, { activatedDateTime: world.now().toISOString() })
    for (let passed = 0; passed < days + 2; passed += 0.5) {
      await passGdapTime(ports())
      await run()
      world.wait(day / 2)
    }
    const toCustomer = (await mails()).filter(({ to_address: to }) => to === admins[0])
    const told = toCustomer.map(({ intent, at }) => [Number(intent.split('/')[3]), Math.floor((Date.parse(at) - begun) / day)])
    expect(told).toEqual(expected)
  })
})
