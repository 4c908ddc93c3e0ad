import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebhookEvent } from '../../../domain/webhooks/event-names.ts'
import { afterTry, deliveriesKept, newWebhook, type TryOutcome } from '../../../domain/webhooks/webhook.ts'
import { demoPeople, type DemoPersona } from '../demo/demo-people.ts'
import { StaleWrite } from '../errors.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import { contoso, later, litware, noon, openWithCast, scopeFor, writeOf } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import type { HeldDelivery } from './held-deliveries.ts'

const at = (minutes: number) => later(minutes).toISOString()
const scope = scopeFor('provider.admin')
const page = { limit: 50 }

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('It is not there')
  return thing
}

const arrived: TryOutcome = { fault: null, status: 204, response: '' }
const failed: TryOutcome = { fault: 'answered', status: 500, response: 'no' }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => { opened = await openWithCast(engine) })
    afterEach(() => opened.close())

    type Making = { by?: DemoPersona; among?: number }
    const make = async (events: readonly WebhookEvent[], { by = 'provider.admin', among = 0 }: Making = {}) => {
      const made = { id: uuidV7(noon), actor: demoPeople[by], secret: 'whsec_abcd', now: noon }
      const webhook = newWebhook({ url: 'https://hooks.example/', events: [...events] }, made)
      return opened.store.webhooks.create(scopeFor(by), webhook, among, writeOf([]))
    }
    /** An entry of the log that is an event, in a write that may fail. */
    const happen = (organizationId = contoso.id, { action = 'invitation.opened', fails = false, nounId = 'row' } = {}) => {
      const { audit: [entry], ...write } = writeOf([organizationId], { action, nounId })
      if (!entry) throw new Error('A write has an entry')
      return writing(opened.db, organizationId, { ...write, audit: [{ ...entry, noun: 'invitations' }] }, async () => {
        if (fails) throw new Error('It came to nothing')
      })
    }
    const deliveries = async (webhookId: string, state?: 'dead' | 'waiting') =>
      (await opened.store.webhooks.deliveries(scope, webhookId, state, page)).items
    const claim = (minutes: number, busy: readonly string[] = [], served: readonly string[] = []) =>
      opened.store.webhooks.claim(at(minutes), at(minutes + 1), { busy, served })
    const settle = (held: HeldDelivery, outcome: TryOutcome, minutes: number) =>
      opened.store.webhooks.settle(held, outcome, afterTry(held, outcome, later(minutes), 0), writeOf([contoso.id]).audit[0], at(minutes))

    it('an event is on its way once to each webhook that asks for it, with the write or not at all', async () => {
      const [hook, other] = [await make(['invitation-opened']), await make(['invitation-declined'], { among: 1 })]
      const foreign = await make(['invitation-opened'], { by: 'reseller.admin' })
      await happen()
      await happen(contoso.id, { action: 'invitation.reminded' })
      await expect(happen(contoso.id, { fails: true })).rejects.toThrow('It came to nothing')
      const [delivery, ...none] = await deliveries(hook.id)
      const logged = await opened.db.selectFrom('audit_events').select('id').where('action', '=', 'invitation.opened').execute()
      expect([delivery?.id, none, await deliveries(other.id)]).toEqual([logged[0]?.id, [], []])
      expect(delivery).toMatchObject({ event: 'invitation-opened', state: 'waiting', dueAt: noon.toISOString(), attempts: 0 })
      expect(JSON.parse(delivery?.request ?? '')).toMatchObject({ data: { organizationId: contoso.id, id: 'row' } })
      await happen(litware.id)
      expect((await deliveries(hook.id)).length).toBe(1)
      expect((await opened.store.webhooks.deliveries(scopeFor('reseller.admin'), foreign.id, undefined, page)).items.length).toBe(1)
      expect(await deliveries(foreign.id)).toEqual([])
    })

    it('is one worker’s at a time, and another’s when its lease has ended', async () => {
      const hook = await make(['invitation-opened'])
      await happen()
      const held = await Promise.all([claim(1), claim(1), claim(1)])
      const [first] = held.filter((each) => each !== undefined)
      expect(held.filter(Boolean)).toHaveLength(1)
      expect(first).toMatchObject({ attempts: 1, url: hook.url, lastFour: 'abcd', failingSince: null })
      expect(await claim(1.5)).toBeUndefined()
      const second = await claim(2)
      expect(second?.attempts).toBe(2)
      await expect(settle(there(first), arrived, 3)).rejects.toThrow(StaleWrite)
      await settle(there(second), arrived, 3)
      expect((await deliveries(hook.id))[0]).toMatchObject({ state: 'delivered', status: 204, dueAt: null, triedAt: at(2) })
      expect(await claim(9)).toBeUndefined()
    })

    it('one webhook’s deliveries keep no other’s from leaving', async () => {
      const [slow, quick] = [await make(['invitation-opened']), await make(['invitation-opened'], { among: 1 })]
      for (let count = 0; count < 10; count += 1) await happen(contoso.id, { nounId: String(count) })
      expect((await claim(1, [slow.id]))?.webhookId).toBe(quick.id)
      expect(await claim(1, [slow.id, quick.id])).toBeUndefined()
    })

    it('an organisation has three under way at most, however many claim at once, and delays nobody else', async () => {
      for (let among = 0; among < 5; among += 1) await make(['invitation-opened'], { among })
      await make(['invitation-opened'], { by: 'reseller.admin' })
      await happen()
      await happen(contoso.id, { nounId: 'another' })
      const held = (await Promise.all(Array.from({ length: 8 }, () => claim(1)))).filter((each) => each !== undefined)
      for (let one = await claim(1); one; one = await claim(1)) held.push(one)
      expect(held.map(({ organizationId }) => organizationId)).toEqual([contoso.id, contoso.id, contoso.id])
      await happen(litware.id)
      expect((await claim(1))?.organizationId).toBe(litware.id)
      expect(await claim(1.5)).toBeUndefined()
      await settle(there(held[0]), arrived, 1.5)
      await settle(there(held[1]), failed, 1.5)
      const more = [await claim(1.5), await claim(1.5), await claim(1.5)]
      expect(more.map((each) => each?.organizationId)).toEqual([contoso.id, contoso.id, undefined])
      // One of the first three and litware’s have lost theirs, and two leases last.
      const late = [await claim(2.1), await claim(2.1), await claim(2.1)].map((each) => each?.organizationId)
      expect(new Set(late)).toEqual(new Set([contoso.id, litware.id, undefined]))
    })

    it('organisations have their turns, whoever waits longest', async () => {
      await make(['invitation-opened'])
      await make(['invitation-opened'], { by: 'reseller.admin' })
      for (let count = 0; count < 12; count += 1) await happen(contoso.id, { nounId: String(count) })
      await happen(litware.id)
      expect((await claim(1, [], [contoso.id]))?.organizationId).toBe(litware.id)
      expect((await claim(1, [], [contoso.id, litware.id]))?.organizationId).toBe(contoso.id)
    })

    it('that nothing reaches is failing, then disabled with an entry of the log, and in order with the first that arrives', async () => {
      const hook = await make(['invitation-opened'])
      await happen()
      const seen = async () => {
        const { failingSince, disabledBecause } = (await opened.store.webhooks.find(scope, hook.id)) ?? {}
        return [failingSince, disabledBecause]
      }
      const held = async (minutes: number) => there(await claim(minutes))
      await settle(await held(1), failed, 1)
      expect([await seen(), (await deliveries(hook.id, 'waiting')).length]).toEqual([[at(1), null], 1])
      const days = 5 * 24 * 60 + 1
      await settle(await held(days), failed, days)
      expect([await seen(), (await deliveries(hook.id, 'dead')).length]).toEqual([[at(1), 'failing'], 1])
      expect(await opened.db.selectFrom('audit_events').select('action').where('action', '=', 'tested').execute()).toHaveLength(1)
      await happen()
      const [dead, ...others] = await deliveries(hook.id)
      expect(others).toEqual([])
      const again = { ...there(dead), state: 'waiting' as const, dueAt: at(days), attempts: 0 }
      await opened.store.webhooks.redeliver(scope, again, writeOf([]))
      await expect(opened.store.webhooks.redeliver(scope, again, writeOf([]))).rejects.toThrow(StaleWrite)
      await settle(await held(days + 1), arrived, days + 1)
      expect(await seen()).toEqual([null, null])
    })

    it('has no more of them than were counted, and no more tests', async () => {
      const hook = await make(['invitation-opened'])
      await expect(make(['invitation-opened'])).rejects.toThrow(StaleWrite)
      await happen()
      const test = { ...there((await deliveries(hook.id))[0]), event: 'test-created' as const }
      const add = (id: string, tests: number) =>
        opened.store.webhooks.addTest(scope, { ...test, id }, { tests, since: at(-1) }, writeOf([]))
      await add(uuidV7(later(1)), 0)
      await expect(add(uuidV7(later(2)), 0)).rejects.toThrow(StaleWrite)
      expect(await opened.store.webhooks.testsSince(scope, hook.id, at(-1))).toBe(1)
      const first = await opened.store.webhooks.deliveries(scope, hook.id, undefined, { limit: 1 })
      const second = await opened.store.webhooks.deliveries(scope, hook.id, undefined, { limit: 1, cursor: first.nextCursor ?? '' })
      expect([first.items[0]?.event, second.items[0]?.event, second.nextCursor]).toEqual(['test-created', 'invitation-opened', null])
    })

    it('removed, gets nothing that is still on its way; what is old goes', async () => {
      const hook = await make(['invitation-opened'])
      await happen()
      await opened.store.webhooks.remove(scope, hook, writeOf([]))
      await expect(opened.store.webhooks.remove(scope, hook, writeOf([]))).rejects.toThrow(StaleWrite)
      const left = async () => (await opened.db.selectFrom('webhook_deliveries').select('id').execute()).length
      expect([await left(), await claim(1), await left()]).toEqual([1, undefined, 0])
      await make(['invitation-opened'])
      await happen()
      expect((await opened.store.prune(new Date(noon.getTime() + deliveriesKept).toISOString())).deliveries).toBe(0)
      expect((await opened.store.prune(new Date(noon.getTime() + deliveriesKept + 1).toISOString())).deliveries).toBe(1)
    })
  })
