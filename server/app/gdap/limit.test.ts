import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gdapRequestsADay } from '../../../domain/limits/gdap-limits.ts'
import { leastRoleByTask } from '../../../domain/gdap/roles/templates.ts'
import type { Page } from '../../../domain/page.ts'
import type { Problem } from '../../../domain/problem.ts'
import { organizationId, tenantId } from '../testing/people.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const day = 24 * 60 * 60 * 1000
const northwind = tenantId('northwind')
const terms = { duration: 'P30D', accessDetails: { unifiedRoles: [{ roleDefinitionId: leastRoleByTask.read_directory }] } }

describe('requests for granular rights that a tenant did not ask for', () => {
  let world: World
  let direct: Call
  beforeEach(async () => {
    world = await openWorld()
    direct = await world.as('direct.admin')
  })
  afterEach(() => world.close())

  const used = (count: number) =>
    world.db.insertInto('limits').values({
      owner: organizationId('adatum'), what: `gdap/to/${northwind}`, day: world.now().toISOString().slice(0, 10), count,
    }).execute()
  const shown = async () => {
    const customer = await world.as('newcustomer.globaladmin')
    return ((await (await customer('/delegated-admin/relationships')).json()) as Page<{ displayName: string }>).items.length
  }
  const ask = async (displayName: string, tenant = northwind) => {
    const made = await direct('/delegated-admin/relationships', { json: { displayName, customer: { tenantId: tenant }, ...terms } })
    const { id } = (await made.json()) as { id: string }
    return direct(`/delegated-admin/relationships/${id}/requests`, { json: { action: 'lockForApproval' }, headers: { 'If-Match': '*' } })
  }

  it('one partner puts so many before it in a day; the next stays a draft, and other tenants and days are not affected', async () => {
    await used(gdapRequestsADay - 2)
    const told = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => ask(name)))
    expect(told.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 429, 429])
    const refused = told.find(({ status }) => status === 429)
    const problem = (await refused?.json()) as Problem
    expect([problem.code, refused?.headers.get('Retry-After'), await shown()]).toEqual(['gdap.too_many_to_tenant', expect.any(String), 2])
    expect(problem.detail).toContain('30')
    expect((await ask('Elsewhere', tenantId('tailspin'))).status).toBe(201)
    world.wait(day)
    direct = await world.as('direct.admin')
    expect((await ask('Tomorrow')).status).toBe(201)
  })

  it('of many at once it is those items alone that are refused', async () => {
    await used(gdapRequestsADay - 1)
    const items = [northwind, northwind, tenantId('tailspin')].map((customerTenantId, index) => ({
      key: `${index}`, customerTenantId, displayName: `Many-${index}`, ...terms,
    }))
    const answer = await direct('/delegated-admin/bulk', { json: { dryRun: false, finalise: true, items } })
    const { outcomes } = (await answer.json()) as { outcomes: { outcome: string; problem: { code: string } | null }[] }
    expect(outcomes.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual(['created', 'gdap.too_many_to_tenant', 'created'])
    expect(await shown()).toBe(1)
  })

  it('drafts count for nothing', async () => {
    await used(gdapRequestsADay)
    const draft = { displayName: 'Draft', customer: { tenantId: northwind }, ...terms }
    expect((await direct('/delegated-admin/relationships', { json: draft })).status).toBe(201)
  })
})
