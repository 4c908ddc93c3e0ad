import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Issuer, startIssuer } from '../../../scripts/issuer/issuer.ts'
import { engines } from '../../store/testing/test-engines.ts'
import { openBrowser, openSignInWorld, people, publicUrl, settingsFor, type SignInWorld } from '../testing/sign-in-world.ts'

const [engine] = engines
if (!engine) throw new Error('There is no engine')

describe('several identity providers', () => {
  let issuer: Issuer
  let world: SignInWorld
  beforeAll(async () => {
    issuer = await startIssuer({ accounts: Object.values(people) })
    const other = settingsFor(issuer, { id: 'other', tenant: '0e9a0e9a-7777-4222-8333-444455556666' })
    world = await openSignInWorld(engine, [settingsFor(issuer, { id: 'entra' }), other])
  })
  afterAll(async () => {
    await issuer.stop()
    await world.close()
  })

  const begun = async (id: string) => {
    const browser = openBrowser(world)
    const to = (await browser.send(`${publicUrl}/api/session/sign-in?issuer=${id}`)).headers.get('Location') ?? ''
    return { browser, to: new URL(to).searchParams }
  }

  it('send people back to addresses of their own', async () => {
    for (const id of ['entra', 'other'])
      expect((await begun(id)).to.get('redirect_uri')).toBe(`${publicUrl}/api/session/callback/${id}`)
    const browser = openBrowser(world)
    expect(await browser.signIn(people.sales, 'issuer=entra')).toBe('/')
  })

  it('never get a code that came back at the address of another one', async () => {
    for (const path of ['/entra', '', '/unknown']) {
      const { browser, to } = await begun('other')
      const answer = await browser.send(`${publicUrl}/api/session/callback${path}?code=stolen&state=${to.get('state')}`)
      expect(answer.headers.get('Location')).toMatch(/^\/sign-in\?attempt=/)
      expect(world.reports.at(-1)).toMatchObject({ outcome: 'sign_in.not_trusted', why: 'The callback is that of another provider' })
    }
  })
})
