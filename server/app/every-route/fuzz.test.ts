import { expect, it } from 'vitest'
import { fuzz } from '../testing/fuzz.ts'
import { openWorld } from '../testing/world.ts'

/** Here nobody comes through one. */
const ofIdentityProvidersAlone = [
  'PUT /api/session/organization', 'GET /api/session/sign-in', 'GET /api/session/callback', 'GET /api/session/callback/{issuer}',
  'POST /api/session/back-channel-logout',
]
/** Reads that want a query or an address of their own; whether chance finds one depends on which other routes there are. */
const withoutDeed = [
  'GET /api/delegated-admin/relationships/name-taken', 'GET /api/delegated-admin/access', 'GET /api/logos/{organization}/{name}',
]

/** `npm run bench -- fuzz` sends many more. A busy machine takes half a minute for these. */
it('600 requests that are nearly right never fail, and are answered as it is described', async () => {
  const world = await openWorld()
  const { odd, statuses, neverDone } = await fuzz(world, 600, 57)
  expect(odd).toEqual([])
  expect(statuses[200]).toBeGreaterThan(200)
  expect(statuses[201]).toBeGreaterThan(5)
  expect(neverDone.filter((route) => !withoutDeed.includes(route))).toEqual(ofIdentityProvidersAlone)
  await world.close()
}, 90_000)
