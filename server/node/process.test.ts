import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type PortalProcess, prepareDataDir, runToEnd, startPortalProcess } from './testing/portal-process.ts'

const header = 'Microsoft ID,Company name,Primary domain name,Relationship\n'
const idOf = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`
const rowOf = (number: number) => `${idOf(number)},Company ${number},company${number}.example,Reseller\n`

// Each start of a process takes seconds, more on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let dataDir: string
let portal: PortalProcess

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tessera-process-'))
  await prepareDataDir(dataDir)
  await writeFile(join(dataDir, 'two.csv'), `${header}${rowOf(1)}${rowOf(2)}not-an-id,Company 3,company3.example,Reseller\n`)
  portal = await startPortalProcess({ DATA_DIR: dataDir })
})
afterAll(async () => {
  await portal.end('SIGKILL')
  await rm(dataDir, { recursive: true })
})

async function cookieOf(persona: string): Promise<string> {
  const answer = await fetch(`${portal.url}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const containing = (text: string) => expect.stringContaining(text) as string
const importing = (...args: string[]) => runToEnd('import/import-customers.ts', { DATA_DIR: dataDir }, args)

it('refuses to be a second one on the same data, and says who has it', async () => {
  const second = await runToEnd('main.ts', { DATA_DIR: dataDir })
  expect(second).toMatchObject({ code: 1, stdout: '' })
  expect(second.stderr).toMatch(new RegExp(`in use by process ${portal.pid}, started .*, serving at ${portal.url}\\.`))
})

it('says at its start when nobody elsewhere could open its links', async () => {
  await prepareDataDir(join(dataDir, 'open'))
  const open = await startPortalProcess({ DATA_DIR: join(dataDir, 'open'), HOST: '0.0.0.0' })
  expect((await open.end('SIGTERM')).stdout).toContain(`Links in invitations and mails begin with ${open.url}, which others cannot open.`)
})

it('refuses a port that is taken, and a setting that is wrong, in one line each', async () => {
  const other = { DATA_DIR: join(dataDir, 'other') }
  const taken = await runToEnd('main.ts', { ...other, PORT: new URL(portal.url).port })
  expect(taken).toMatchObject({ code: 1, stderr: containing('is taken by another process') })
  const wrong = await runToEnd('main.ts', { ...other, PORT: 'ninety', SMTP_URL: 'smtp://mail' })
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.stderr.trim().split('\n')).toHaveLength(3)
})

it('imports through the server that has the data: dry first, then for good, then nothing is left to do', async () => {
  const file = join(dataDir, 'two.csv')
  const dry = await importing(file, '--as', 'provider.admin', '--dry-run')
  expect(dry).toMatchObject({ code: 0, stdout: containing(portal.url) })
  expect(dry.stdout).toContain('3 rows: 2 would be created, 0 would be updated, 0 unchanged, 1 would be rejected')
  const real = await importing(file, '--as', 'provider.admin')
  expect(real).toMatchObject({ code: 0, stdout: containing('3 rows: 2 created, 0 updated, 0 unchanged, 1 rejected') })
  expect(real.stdout).toContain('line 4, rejected: ')
  expect(real.stderr).toContain('3 of 3 rows')
  expect((await importing(file, '--as', 'provider.admin')).stdout).toContain('Nothing to do.')
  const bad = join(dataDir, 'bad.csv')
  await writeFile(bad, 'Microsoft ID,Company name,Primary domain name,Relationship\n1,A,a.example,Advisor\n')
  const none = await importing(bad, '--as', 'provider.admin')
  expect(none.stdout).toContain('No row of this file can be taken. Correct what is named above and run it again.')
  expect(none.stdout).not.toContain('Nothing to do.')
})

it.each([
  ['a reseller', ['two.csv', '--as', 'reseller.admin'], 'BR-103'],
  ['a persona that does not exist', ['two.csv', '--as', 'nobody'], 'persona'],
  ['a file that does not exist', ['gone.csv', '--as', 'provider.admin'], 'gone.csv cannot be read'],
  ['no persona', ['two.csv'], 'Usage: '],
  ['an unknown option', ['two.csv', '--as', 'provider.admin', '--force'], '--force'],
])('does not import for %s', async (_what, [file = '', ...args], said) => {
  const ended = await importing(join(dataDir, file), ...args)
  expect(ended).toMatchObject({ code: 2, stderr: containing(said) })
})

it('imports at an address with an access token from the environment or a file, and says why not', async () => {
  const Cookie = await cookieOf('provider.admin')
  const headers = { Cookie, 'Content-Type': 'application/json' }
  const tokenWith = async (scope: string) => {
    const body = JSON.stringify({ name: 'Import job', kind: 'service', scopes: [scope], expiresInDays: 1, roles: ['admin_agent'] })
    return ((await (await fetch(`${portal.url}/api/tokens`, { method: 'POST', headers, body })).json()) as { token: string }).token
  }
  const file = join(dataDir, 'two.csv')
  const run = (environment: Record<string, string>, address = portal.url) =>
    runToEnd('import/import-customers.ts', environment, [file, '--to', address, '--dry-run'])
  const token = await tokenWith('import')
  const ended = await run({ TESSERA_TOKEN: token })
  expect(ended).toMatchObject({ code: 0, stdout: containing(`with an access token, through the portal at ${portal.url}`) })
  expect(ended.stdout).toContain('3 rows: ')
  const kept = join(dataDir, 'token.txt')
  await writeFile(kept, `${token}\n`)
  expect(await run({ TESSERA_TOKEN_FILE: kept })).toMatchObject({ code: 0 })
  const refused: [Record<string, string>, string | undefined, string][] = [
    [{}, undefined, 'Set TESSERA_TOKEN'],
    [{ TESSERA_TOKEN: token, TESSERA_TOKEN_FILE: kept }, undefined, 'are both set'],
    [{ TESSERA_TOKEN: 'wrong' }, undefined, 'token.invalid'],
    [{ TESSERA_TOKEN: await tokenWith('read') }, undefined, 'token.scope_missing'],
    [{ TESSERA_TOKEN: token }, 'http://portal.example', 'Wanted: https://'],
  ]
  for (const [environment, address, said] of refused) {
    const { code, stdout, stderr } = await run(environment, address)
    expect([code, stderr]).toEqual([2, containing(said)])
    expect(stdout + stderr).not.toContain(token)
  }
})

it('asks by its flags for what a file leaves open, and does as they say', async () => {
  const [old, own] = [join(dataDir, 'old.csv'), join(dataDir, 'own.csv')]
  await writeFile(old, `${header}${rowOf(4).replace('Company', 'Größe & Müller')}`, 'latin1')
  await writeFile(own, `Nr,Betrieb,Seite,Art,Relationship\n7,${rowOf(5).slice(37).trim()},${idOf(5)}\n`.replace('Relationship', 'Mandant'))
  const dry = (file: string, ...flags: string[]) => importing(file, '--as', 'provider.admin', '--dry-run', ...flags)
  expect(await dry(old)).toMatchObject({ code: 2, stderr: containing('  --encoding windows-1252\n      Größe & Müller 4\n') })
  expect(await dry(old, '--encoding', 'cp1252')).toMatchObject({ code: 2, stderr: containing('  --encoding: Choose one of: windows-1252') })
  expect((await dry(old, '--encoding', 'windows-1252')).stdout).toContain('1 row: 1 would be created')
  const asked = await dry(own)
  expect(asked).toMatchObject({ code: 2, stderr: containing(`  2 Betrieb: Company 5\n`) })
  expect(asked.stderr).toContain('--columns id=?,name=?,domain=?,relationship=?')
  expect((await dry(own, '--columns', 'id=Mandant,name=2,domain=Seite,relationship=4')).stdout).toContain('1 row: 1 would be created')
})

it('finishes an open request and ends event streams before it goes', async () => {
  const Cookie = await cookieOf('provider.admin')
  const events = await fetch(`${portal.url}/api/events`, { headers: { Cookie } })
  const upload = request(`${portal.url}/api/customers/import`, { method: 'POST', headers: { Cookie, 'Content-Type': 'text/csv' } })
  const answered = new Promise<IncomingMessage>((resolve, reject) => upload.on('response', resolve).on('error', reject))
  await new Promise((resolve) => { upload.write(header, resolve) })
  await fetch(`${portal.url}/healthz`)

  const ended = portal.end('SIGTERM')
  expect(await events.text()).toContain(': listening')
  await refusesConnections(portal.url)
  upload.end(rowOf(10))
  const answer = await answered
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close'])
  expect(JSON.parse(Buffer.concat(await answer.toArray() as Buffer[]).toString())).toMatchObject({ created: 1 })
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})

it('imports by itself when no server runs, into the same data', async () => {
  const ended = await importing(join(dataDir, 'two.csv'), '--as', 'provider.admin')
  expect(ended).toMatchObject({ code: 0, stdout: containing(dataDir) })
  expect(ended.stdout).toContain('3 rows: 0 would be created, 0 would be updated, 2 unchanged, 1 would be rejected')
})

async function refusesConnections(url: string): Promise<void> {
  const port = Number(new URL(url).port)
  const isOpen = () => new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true) }).on('error', () => resolve(false))
  })
  while (await isOpen());
}
