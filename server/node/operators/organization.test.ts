import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { Client } from 'pg'
import { runToEnd, startPortalProcess } from '../testing/portal-process.ts'

// Each start of a process takes seconds, more on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let directory: string
let databaseUrl: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tessera-organization-'))
  const name = `organization_${crypto.randomUUID().replaceAll('-', '')}`
  const server = new Client({ connectionString: inject('databaseUrl') })
  await server.connect()
  await server.query(`create database ${name}`)
  await server.end()
  databaseUrl = Object.assign(new URL(inject('databaseUrl')), { pathname: name }).href
})
afterAll(() => rm(directory, { recursive: true }))

const tenants = ['3f0c3b0e-6f0e-4a60-9d62-0d9d7b6b6f10', '3f0c3b0e-6f0e-4a60-9d62-0d9d7b6b6f11'] as const
const facts = (tenant: string, changes: Record<string, string> = {}) => {
  const name = 'Fabrikam Verteiler'
  const flags = { kind: 'indirect_provider', cloud: 'global', country: 'KR', tenant, name, domain: 'FABRIKAM.example' }
  return Object.entries({ ...flags, ...changes }).flatMap(([flag, value]) => [`--${flag}`, value])
}
const line = (tenant: string) => `${tenant}, indirect_provider, global, KR, Fabrikam Verteiler, fabrikam.example`

const engines = [
  ['the embedded store', () => ({ DATA_DIR: join(directory, 'embedded'), DEMO: '0' })],
  ['PostgreSQL', () => ({ DATA_DIR: join(directory, 'postgres'), DATABASE_URL: databaseUrl, DEMO: '0' })],
] as const

describe.each(engines)('on %s', (_engine, settings) => {
  const run = (...args: string[]) => runToEnd('operators/organization.ts', settings(), args)
  const registersOnce = async (tenant: string) => {
    expect(await run('add', ...facts(tenant))).toEqual({ code: 0, stdout: `Registered: ${line(tenant)}\n`, stderr: '' })
    const again = await run('add', ...facts(tenant, { name: 'Another name' }))
    expect(again).toEqual({ code: 0, stdout: `Is there already, nothing was changed: ${line(tenant)}\n`, stderr: '' })
    const other = await run('add', ...facts(tenant, { kind: 'direct_partner', country: 'JP' }))
    expect(other).toMatchObject({ code: 2, stdout: '' })
    expect(other.stderr).toBe(`This tenant is registered with another kind, country, which cannot change: ${line(tenant)}\n`)
  }

  it('registers with the portal stopped, and lists', async () => {
    await registersOnce(tenants[0])
    expect(await run('list')).toEqual({ code: 0, stdout: `${line(tenants[0])}\n`, stderr: '' })
  })

  it('registers beside a portal that runs, which knows it at once', async () => {
    const portal = await startPortalProcess(settings())
    try {
      await registersOnce(tenants[1])
      expect((await run('list')).stdout).toBe(`${line(tenants[0])}\n${line(tenants[1])}\n`)
    } finally {
      await portal.end('SIGTERM')
    }
    expect((await run('list')).stdout.split('\n')).toHaveLength(3)
  })
})

it('lets nobody in without the token, which the data directory keeps to its user, and never at the portal’s own address', async () => {
  const DATA_DIR = join(directory, 'guarded')
  const portal = await startPortalProcess({ DATA_DIR, DEMO: '0' })
  try {
    const file = join(DATA_DIR, 'holder.json')
    expect((await stat(file)).mode & 0o077).toBe(0)
    const { operators } = JSON.parse(await readFile(file, 'utf8')) as { operators: { address: string; token: string } }
    const ask = async (base: string, token?: string) =>
      (await fetch(`${base}/organizations`, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } })).status
    expect([await ask(operators.address), await ask(operators.address, 'x'.repeat(43))]).toEqual([401, 401])
    expect(await ask(operators.address, operators.token)).toBe(200)
    // The portal knows neither the route nor this token.
    expect([await ask(`${portal.url}/api`), await ask(`${portal.url}/api`, operators.token)]).toEqual([404, 401])
  } finally {
    const { stdout, stderr } = await portal.end('SIGTERM')
    expect(stdout + stderr).not.toContain('operators')
  }
})

it.each([
  ['nothing', [], ['Usage: ']],
  ['an unknown verb', ['remove'], ['Usage: ']],
  ['an unknown flag', ['add', '--force'], ['--force', 'Usage: ']],
  ['no facts', ['add'], ['--kind: is missing', '--cloud: is missing', '--country: ', '--tenant: ', '--name: is missing; wanted: a name']],
  ['wrong facts', ['add', ...facts('contoso', { kind: 'reseller', cloud: 'mars', country: 'Korea', domain: 'x', 'partner-id': '1' })],
    ['--kind: wanted: one of direct_partner', '--cloud: wanted', '--country: wanted', '--tenant: wanted', '--domain: ', '--partner-id: ']],
  ['a provider where there are none', ['add', ...facts(tenants[0], { cloud: 'usgov', country: 'US' })],
    ['--kind: this cloud has no indirect']],
  ['a customer’s PartnerID, in no country', ['add', ...facts(tenants[0], { kind: 'customer', 'partner-id': '601234', country: 'XX' })],
    ['--partner-id: a customer has no PartnerID', '--country: wanted: two capital letters']],
])('says what is wrong with %s', async (_what, args, said) => {
  const ended = await runToEnd('operators/organization.ts', { DATA_DIR: join(directory, 'wrong') }, args)
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  for (const each of said) expect(ended.stderr).toContain(each)
})
