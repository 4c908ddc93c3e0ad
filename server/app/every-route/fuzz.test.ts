import { expect, it } from 'vitest'
import { fuzz } from '../testing/fuzz.ts'
import { openWorld } from '../testing/world.ts'

/** Here nobody comes through one. */
const ofIdentityProvidersAlone = [
  'PUT /api/session/organization', 'GET /api/session/sign-in', 'GET /api/session/callback', 'GET /api/session/callback/{issuer}',
  'POST /api/session/back-channel-logout',
]
/** An address that only an upload tells. */
const withoutDeed = ['GET /api/logos/{organization}/{name}']

/** `npm run bench -- fuzz` sends many more. A busy machine takes half a minute for these. */
it('600 requests that are nearly right never fail, and are answered as it is described', async () => {
  const world = await openWorld()
  const { odd, statuses, neverDone } = await fuzz(world, 600, 57)
  expect(odd).toEqual([])
  expect(statuses[200]).toBeGreaterThan(200)
  expect(statuses[201]).toBeGreaterThan(5)
  expect(neverDone).toEqual([...ofIdentityProvidersAlone, ...withoutDeed])
  await world.close()
}, 90_000)
