import { expect, it } from 'vitest'
import type { GdapBulkAnswer } from '../../../domain/bulk-relationships/schemas.ts'
import { roleNamed } from '../../../domain/gdap/roles/catalogue.ts'
import { createStore } from '../../store/store.ts'
import { openWorld } from '../testing/world.ts'

it('requests for a hundred customers are read and written in batches', async () => {
  const world = await openWorld()
  const statements: string[] = []
  const counted = world.db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const call = world.over(createStore(counted), await world.signIn('provider.admin'))
  const accessDetails = { unifiedRoles: [{ roleDefinitionId: roleNamed('Directory Readers') }] }
  const items = Array.from({ length: 100 }, (_, index) => ({
    key: String(index), customerTenantId: crypto.randomUUID(), displayName: `Batch-${index}`, duration: 'P365D', accessDetails,
  }))
  const run = async (options: object) => {
    statements.length = 0
    const answer = await call('/delegated-admin/bulk', { json: { items, ...options } })
    expect(answer.status, `${await answer.clone().text()} ${world.failures.join(' ')}`).toBe(200)
    const { outcomes } = (await answer.json()) as GdapBulkAnswer
    return [[...new Set(outcomes.map(({ outcome }) => outcome))], statements.length] as const
  }
  const few = 30
  for (const [options, expected] of [
    [{ dryRun: true }, 'would_create'], [{ dryRun: false, finalise: false }, 'created'], [{ dryRun: false }, 'created'],
    [{ dryRun: false }, 'already_created'],
  ] as const) {
    const [outcomes, count] = await run(options)
    expect(outcomes).toEqual([expected])
    expect(count).toBeLessThan(few)
  }
  await world.close()
})
