import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { InvitationDetail, InvitationWithLink } from '../../domain/invitations/schemas.ts'
import { decoded, type MailCatcher, startMailCatcher } from './mail/testing/mail-catcher.ts'
import { type PortalProcess, prepareDataDir, runToEnd, startPortalProcess } from './testing/portal-process.ts'

// Each start of a process takes seconds, more on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const dyingMailer = new URL('./testing/dying-mailer.ts', import.meta.url)

let prepared: string
let dataDir: string
let catcher: MailCatcher
beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'tessera-mail-'))
  const { code, stderr } = await runToEnd(dyingMailer, {}, [prepared, '0', 'prepared'])
  if (code !== 0) throw new Error(stderr)
})
afterAll(() => rm(prepared, { recursive: true }))
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tessera-mail-'))
  catcher = await startMailCatcher()
})
afterEach(async () => {
  await catcher.close()
  await rm(dataDir, { recursive: true })
})

const sent = { state: 'sent', attempts: 2, said: null }
const uncertain = { state: 'uncertain', attempts: 1, said: 'broke_off' }

it.each([
  ['claimed', 1, sent],
  ['before the mark', 1, sent],
  ['after the mark', 0, uncertain],
  ['answered', 1, uncertain],
])('a mail whose process is killed when it is at “%s” arrives %i time(s) after a restart', async (step, messages, outcome) => {
  await cp(prepared, dataDir, { recursive: true })
  expect((await runToEnd(dyingMailer, {}, [dataDir, String(catcher.port), step])).code).toBeNull()
  const { stdout, stderr } = await runToEnd(dyingMailer, {}, [dataDir, String(catcher.port)])
  expect([stdout, stderr]).toEqual([`working\n${JSON.stringify([outcome])}`, ''])
  expect(catcher.caught).toHaveLength(messages)
})

const settings = () => ({
  DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=never`, MAIL_FROM: 'tessera@contoso.example', LOG_LEVEL: 'trace',
})
const email = 'somebody@northwind.example'

/** Starts a portal that outlives no test. */
async function startPortal(): Promise<PortalProcess> {
  const portal = await startPortalProcess(settings())
  onTestFinished(async () => void (await portal.end('SIGKILL')))
  return portal
}

async function asSales(portal: PortalProcess) {
  const call = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const given = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${portal.url}/api${path}`, { ...given, headers: { 'Content-Type': 'application/json', Cookie } })
    return (await answer.json()) as Answer
  }
  const signedIn = await fetch(`${portal.url}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona: 'provider.sales' }),
  })
  const Cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'ko', expiresInDays: 30, customer: { email } }
  return {
    invite: async () => {
      const made = await call<InvitationWithLink>('/invitations', draft)
      await call(`/invitations/${made.id}/send`, {})
      return made
    },
    becomes: (id: string, expected: object[]) =>
      vi.waitFor(async () => expect((await call<InvitationDetail>(`/invitations/${id}`)).mails).toMatchObject(expected), {
        timeout: 30_000, interval: 100,
      }),
  }
}

it('the portal sends an invitation and says so; neither its log nor its figures hold the link or the address', async () => {
  await prepareDataDir(dataDir)
  const portal = await startPortal()
  const sales = await asSales(portal)
  const { id, link } = await sales.invite()
  await sales.becomes(id, [{ kind: 'invitation', to: email, state: 'sent', attempts: 1 }])
  expect(catcher.caught.map(({ to }) => to)).toEqual([email])
  expect(decoded(catcher.caught[0]?.raw ?? '')).toContain(link)
  const figures = await (await fetch(`${portal.url}/metrics`)).text()
  expect(figures).toContain('mail_attempts_total{outcome="sent"} 1')
  const { stderr, code } = await portal.end('SIGTERM')
  expect([code, stderr.includes('"outcome":"sent"')]).toEqual([0, true])
  for (const secret of [link.slice(-43), email]) expect(`${stderr}${figures}`).not.toContain(secret)
})

it('a portal that is killed between the message and its answer leaves the mail uncertain and never sends it again', async () => {
  await prepareDataDir(dataDir)
  let portal = await startPortal()
  catcher.onMessage(() => new Promise(() => undefined))
  const arrived = catcher.nextMessage()
  const { id } = await (await asSales(portal)).invite()
  await arrived
  await portal.end('SIGKILL')

  catcher.onMessage(async () => undefined)
  portal = await startPortal()
  const sales = await asSales(portal)
  await sales.becomes(id, [{ to: email, state: 'uncertain', response: 'broke_off' }])
  const other = await sales.invite()
  await sales.becomes(other.id, [{ state: 'sent' }])
  await portal.end('SIGTERM')
  expect(catcher.caught).toHaveLength(2)
})
