import { expect, it } from 'vitest'
import { fuzz } from '../testing/fuzz.ts'
import { openWorld } from '../testing/world.ts'

/** `npm run bench -- fuzz` sends many more. A busy machine takes half a minute for these. */
it('600 requests that are nearly right never fail, and are answered as it is described', async () => {
  const world = await openWorld()
  const { odd, statuses, neverDone } = await fuzz(world, 600, 57)
  expect(odd).toEqual([])
  expect(statuses[200]).toBeGreaterThan(200)
  expect(statuses[201]).toBeGreaterThan(5)
  expect(neverDone.filter((route) => /message|text|unsubscribe/.test(route))).toEqual([])
  await world.close()
}, 90_000)
