import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader } from '../../../domain/gdap/testing.ts'
import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import { type Call, openWorld, type World } from '../testing/world.ts'

const at = '/delegated-admin/relationships'

describe('name and duration of a request', () => {
  let world: World
  let agent: Call
  beforeEach(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
  })
  afterEach(() => world.close())

  const make = (changes: object) => agent(at, {
    json: {
      displayName: 'Support-2026', duration: 'P365D', accessDetails: { unifiedRoles: [{ roleDefinitionId: reader }] }, ...changes,
    },
  })
  const told = async (answer: Response) =>
    answer.ok ? ((await answer.json()) as GdapRelationshipDetail) : ((await answer.json()) as Problem)

  it.each([
    ['BR-80 six months', { duration: 'P6M' }, 'gdap.duration_in_months', '/duration'],
    ['BR-80 three years', { duration: 'P36M' }, 'gdap.duration', '/duration'],
    ['BR-80 a day in hours', { duration: 'PT24H' }, 'gdap.duration_not_in_days', '/duration'],
    ['BR-76 a name as Microsoft’s transition gives', { displayName: 'MLT_Support' }, 'gdap.name_reserved', '/displayName'],
  ])('%s is refused for what is wrong, when it is made and when it is changed', async (_name, changes, code, pointer) => {
    const made = await told(await make({}))
    const changed = await agent(`${at}/${'id' in made ? made.id : ''}`, { method: 'PATCH', json: changes, headers: { 'If-Match': '*' } })
    for (const answer of [await make({ displayName: 'Other', ...changes }), changed]) {
      expect(answer.status).toBe(422)
      expect(await told(answer)).toMatchObject({ code, errors: [{ pointer }] })
    }
  })

  it.each(['P104W', 'P12M', 'P24M', 'P1Y30D'])('BR-80: %s is kept as it was sent', async (duration) => {
    expect(await told(await make({ duration }))).toMatchObject({ duration, isSystemCreated: false })
  })
})
