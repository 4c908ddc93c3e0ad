import { describe, expect, it } from 'vitest'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { passGdapTime } from '../time.ts'
import { giveGdap } from '../../testing/gdap.ts'
import { companies, tenantId } from '../../testing/people.ts'
import { openWorld } from '../../testing/world.ts'

const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
const stranger = { tenantId: '0f0f0f0f-0000-4000-8000-000000000001', displayName: 'Northwind Traders' }
const ends = { activatedDateTime: '2026-03-01T09:00:00.000Z', endDateTime: '2026-05-01T09:00:00.000Z' }

describe('who is said to be told of an end', () => {
  it.each([
    ['both sides, where both have somebody here', true, tailspin, ['partner', 'customer']],
    ['the partner alone, where the customer is not known here', true, stranger, ['partner']],
    ['nobody, where no mail leaves', false, tailspin, []],
  ] as const)('BR-94: %s', async (_who, sendsMail, customer, told) => {
    const world = await openWorld({ sendsMail })
    const { id } = await giveGdap(world.db, 'contoso', { displayName: 'Ends', customer, ...ends })
    const agent = await world.as('provider.admin')
    const at = `/delegated-admin/relationships/${id}`
    const shown = (await (await agent(at)).json()) as GdapRelationshipDetail
    expect(shown.notified).toEqual(told)
    await agent(`${at}/requests`, { json: { action: 'terminate' }, headers: { 'If-Match': '*' } })
    world.wait(60 * 60 * 1000)
    const { store, now } = world
    await passGdapTime({ store, now, newId: () => crypto.randomUUID(), sendsMail, publicUrl: 'https://portal.example' })
    const mails = await world.db.selectFrom('outbox').select('to_address').execute()
    expect([mails.some(({ to_address: to }) => to.includes('contoso')), mails.some(({ to_address: to }) => to.includes('tailspin'))])
      .toEqual([told.some((side) => side === 'partner'), told.some((side) => side === 'customer')])
    await world.close()
  })
})
