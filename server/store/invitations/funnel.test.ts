import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withdrawInvitation } from '../../../domain/invitations/transitions.ts'
import { anInvitation, contoso, later, litware, noon, openWithCast, scopeFor, tokenHash } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')
const hour = 60
const period = { from: noon.toISOString(), before: later(24 * hour).toISOString() }

for (const engine of engines)
  describe(engine.name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await openWithCast(engine)
    })
    afterEach(() => opened.close())

    /** An invitation with what its maker's records say of it: which action, how many hours after it was made. */
    async function tell(changes: Parameters<typeof anInvitation>[0], events: readonly (readonly [string, number])[]) {
      const invitation = anInvitation(changes)
      const at = Date.parse(invitation.createdAt)
      await opened.store.invitations.create(scope, invitation, tokenHash(), {
        at: invitation.createdAt,
        audit: events.map(([action, hours]) => ({
          organizationId: contoso.id,
          at: new Date(at + hours * 3_600_000).toISOString(),
          action: `invitation.${action}`,
          noun: 'invitations',
          nounId: invitation.id,
          by: '',
          organizationName: '',
          details: {},
        })),
        changes: [],
      })
      return invitation
    }
    const funnel = (as = scope, of = period, now = later(24 * hour)) => opened.store.invitations.funnel(as, of, now.toISOString())
    const line = (changes: Partial<Awaited<ReturnType<typeof funnel>>[number]>) => ({
      reseller: null, made: 0, handedOver: 0, forwarded: 0, opened: 0, accepted: 0, declined: 0, lapsed: 0, withdrawn: 0, medianHours: null,
      ...changes,
    })

    it('counts by reseller what the records say, and nothing else', async () => {
      await tell({}, [['created', 0]])
      await tell({}, [['sent', 1], ['opened', 2], ['opened', 3], ['accepted', 5]])
      await tell({}, [['sent', 1], ['declined', 3]])
      await tell({ via: litware }, [['handed_over', 0], ['forwarded', 2], ['forwarded', 4], ['opened', 5], ['accepted', 26]])
      await tell({ via: litware }, [['handed_over', 0]])
      const { id, tenantId, displayName } = litware
      expect(await funnel()).toEqual([
        line({ made: 3, handedOver: 2, opened: 1, accepted: 1, declined: 1, medianHours: 3 }),
        line({ reseller: { id, tenantId, displayName }, made: 2, handedOver: 2, forwarded: 1, opened: 1, accepted: 1, medianHours: 24 }),
      ])
    })

    it('counts what has lapsed by the clock, and what was withdrawn', async () => {
      await tell({ expiresInDays: 1 }, [['sent', 0]])
      const made = await tell({}, [])
      await opened.store.invitations.update(scope, withdrawInvitation(made, noon), { at: noon.toISOString(), audit: [], changes: [] })
      expect(await funnel()).toEqual([line({ made: 2, handedOver: 1, lapsed: 1, withdrawn: 1 })])
      expect(await funnel(scope, period, later(23 * hour))).toEqual([line({ made: 2, handedOver: 1, withdrawn: 1 })])
    })

    it('takes an answer that came before any recorded way to the customer into no median', async () => {
      await tell({}, [['accepted', 1], ['sent', 2]])
      await tell({}, [['accepted', 1]])
      expect(await funnel()).toEqual([line({ made: 2, handedOver: 1, accepted: 2 })])
    })

    it('counts a reusable invitation once, however many answered', async () => {
      await tell({ reusable: true }, [['sent', 0], ['accepted', 2], ['accepted', 4], ['declined', 6]])
      expect(await funnel()).toEqual([line({ made: 1, handedOver: 1, accepted: 1, declined: 1, medianHours: 2 })])
    })

    it('goes by the day on which it was made: the first is in, what comes after the last is not', async () => {
      await tell({ at: later(-1) }, [])
      await tell({ at: noon }, [])
      await tell({ at: later(24 * hour) }, [])
      expect(await funnel()).toEqual([line({ made: 1 })])
    })

    it.each(['reseller.sales', 'direct.admin', 'customer.globaladmin'] as const)('holds nothing of another’s for %s', async (persona) => {
      await tell({ via: litware }, [['handed_over', 0], ['forwarded', 2]])
      expect(await funnel(scopeFor(persona))).toEqual([])
    })
  })
