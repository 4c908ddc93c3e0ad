import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { globalAdmin, reader } from '../../../domain/gdap/testing.ts'
import type { Problem } from '../../../domain/problem.ts'
import { passGdapTime } from './time.ts'
import { giveAssignment, giveGdap, giveGroup } from '../testing/gdap.ts'
import { companies, tenantId } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const day = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.parse('2026-03-02T09:00:00.000Z') + days * day).toISOString()
const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
const rolesOf = (...roles: string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })
const codeOf = async (answer: Response) =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`

describe('what has ended before time has moved it on', () => {
  let world: World
  let agent: Call
  let admin: Call
  let ending: GdapRelationship
  let extending: GdapRelationship
  beforeEach(async () => {
    world = await openWorld()
    ending = await given({ displayName: 'Ends', status: 'expiring', roles: [reader, globalAdmin] })
    extending = await given({ displayName: 'Extends-itself', autoExtendDuration: 'P180D' })
  })
  afterEach(() => world.close())

  const given = (changes: Partial<GdapRelationship>) =>
    giveGdap(world.db, 'contoso', { customer: tailspin, activatedDateTime: inDays(-1), endDateTime: inDays(1), ...changes })
  const letPass = async (days: number) => {
    world.wait(days * day)
    agent = await world.as('provider.admin')
    admin = await world.as('customer.globaladmin')
  }
  const at = ({ id }: GdapRelationship) => `/delegated-admin/relationships/${id}`
  const change = async (one: GdapRelationship, json: object, by = agent) =>
    codeOf(await by(at(one), { method: 'PATCH', json, headers: { 'If-Match': '*' } }))
  const rows = () =>
    world.db.selectFrom('gdap_relationships').select(['display_name', 'status', 'version']).orderBy('display_name').execute()
  const gone = '409 gdap.not_standing'

  it('BR-90: neither side brings it back, one alone or many at once, nor keeps one from being extended that was to be', async () => {
    await letPass(2)
    const before = await rows()
    for (const by of [agent, admin]) {
      expect(await change(ending, { autoExtendDuration: 'PT0S' }, by)).toBe(gone)
      expect(await change(extending, { autoExtendDuration: 'P180D' }, by)).toBe(gone)
      expect(await change(extending, { autoExtendDuration: 'PT0S' }, by)).toBe(gone)
      const json = { ids: [ending.id, extending.id], autoExtendDuration: 'P0D' }
      const problem = { code: 'gdap.not_standing', rule: 'BR-90' }
      expect(await (await by('/delegated-admin/auto-extend', { json })).json()).toMatchObject({ items: [{ problem }, { problem }] })
    }
    expect(await change(ending, { accessDetails: rolesOf(reader) })).toBe(gone)
    expect(await change(ending, { accessDetails: rolesOf(reader), autoExtendDuration: 'P180D' })).toBe(gone)
    expect(await rows()).toEqual(before)
  })

  it('BR-90: no group is assigned, given other roles or taken out', async () => {
    const group = await giveGroup(world.db, 'contoso', 'HelpdeskAgents')
    const assigned = `${at(ending)}/access-assignments/${await giveAssignment(world.db, 'contoso', ending.id)}`
    await letPass(1)
    const accessContainer = { accessContainerId: group, accessContainerType: 'securityGroup' }
    const json = { accessContainer, accessDetails: rolesOf(reader) }
    const headers = { 'If-Match': '*' }
    expect(await codeOf(await agent(`${at(ending)}/access-assignments`, { json }))).toBe(gone)
    expect(await codeOf(await agent(assigned, { method: 'PATCH', json: { accessDetails: rolesOf(reader) }, headers }))).toBe(gone)
    expect(await codeOf(await agent(assigned, { method: 'DELETE', headers }))).toBe(gone)
  })

  it('BR-86, BR-90: time then extends the one and ends the other, as if nobody had asked', async () => {
    await letPass(2)
    await change(extending, { autoExtendDuration: 'PT0S' })
    await change(ending, { accessDetails: rolesOf(reader), autoExtendDuration: 'P180D' }, admin)
    await passGdapTime(world)
    expect((await rows()).map(({ status }) => status)).toEqual(['expired', 'active'])
    expect(await (await agent(at(extending))).json()).toMatchObject({ endDateTime: inDays(181), autoExtendDuration: 'P180D' })
    expect(await change(extending, { autoExtendDuration: 'PT0S' }, admin)).toBe('200')
    expect(await change(ending, { autoExtendDuration: 'P0D' })).toBe(gone)
  })

  it('BR-94: either side ends it all the same', async () => {
    await letPass(2)
    const json = { action: 'terminate' }
    expect(await codeOf(await agent(`${at(ending)}/requests`, { json }))).toBe('201')
    expect(await codeOf(await admin(`${at(extending)}/requests`, { json }))).toBe('201')
    expect((await rows()).map(({ status }) => status)).toEqual(['terminated', 'terminated'])
  })
})
