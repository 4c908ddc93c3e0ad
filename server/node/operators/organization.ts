import { inspect, parseArgs } from 'node:util'
import { clouds, partnerKinds } from '../../../domain/organizations/kinds.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { OrganizationsPage, Registration } from '../../app/organizations/operators.ts'
import { DataDirInUse, DataDirUnusable } from '../database/data-dir-lock.ts'
import { diskIsFull, isDiskFull } from '../database/disk-full.ts'
import { StoreUnreachable } from '../database/postgres-store.ts'
import { BadSettings, readSettings } from '../env.ts'
import { reachOperators } from './reach-operators.ts'

/** Each fact's flag, and what it takes. */
const flags = {
  kind: ['kind', `one of ${[...partnerKinds, 'customer'].join(', ')}`],
  cloud: ['cloud', `one of ${clouds.join(', ')}`],
  country: ['country', 'two capital letters of a country, such as KR'],
  tenantId: ['tenant', "the directory's id, a UUID"],
  displayName: ['name', 'a name of at most 200 characters'],
  domain: ['domain', 'a domain, such as contoso.example'],
  partnerId: ['partner-id', '4 to 10 digits'],
} as const
type Fact = keyof typeof flags

const usage = `Usage: npm run organization -- add --kind KIND --cloud CLOUD --country COUNTRY --tenant UUID --name NAME
         [--domain DOMAIN] [--partner-id ID]
       npm run organization -- list
${Object.values(flags).map(([flag, wanted]) => `  --${flag}: ${wanted}`).join('\n')}`

/** Its message tells the person at the command what to change. */
class CannotDo extends Error {}

const refusals = [CannotDo, BadSettings, DataDirInUse, DataDirUnusable, StoreUnreachable]

try {
  await run()
} catch (error) {
  const known = refusals.some((kind) => error instanceof kind)
  const said = known && error instanceof Error ? error.message : inspect(error)
  process.stderr.write(`${isDiskFull(error) ? diskIsFull : said}\n`)
  process.exitCode = known ? 2 : 1
}

async function run(): Promise<void> {
  const asked = readArguments()
  const portal = await reachOperators(readSettings())
  try {
    if (asked.verb === 'add') add((await portal.ask('/organizations', asked.described)) as Registration)
    else await list((path) => portal.ask(path))
  } finally {
    await portal.close()
  }
}

function readArguments(): { verb: 'list' } | { verb: 'add'; described: Partial<Record<Fact, string>> } {
  const text = { type: 'string' } as const
  const named = Object.values(flags).map(([flag]) => [flag, text] as const)
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: Object.fromEntries(named) })
    const [verb, ...more] = positionals
    const given = Object.entries(flags).flatMap(([fact, [flag]]) => (values[flag] === undefined ? [] : [[fact, values[flag]] as const]))
    if (verb === 'list' && more.length + given.length === 0) return { verb }
    if (verb === 'add' && more.length === 0) return { verb, described: Object.fromEntries(given) }
  } catch (error) {
    throw new CannotDo(`${(error as Error).message}\n${usage}`)
  }
  throw new CannotDo(usage)
}

function add(done: Registration): void {
  switch (done.outcome) {
    case 'registered':
      return say(`Registered: ${lineOf(done.organization)}`)
    case 'there_before':
      return say(`Is there already, nothing was changed: ${lineOf(done.organization)}`)
    case 'registered_otherwise':
      throw new CannotDo(
        `This tenant is registered with another ${done.differs.join(', ')}, which cannot change: ${lineOf(done.organization)}`,
      )
    case 'partner_id_taken':
      throw new CannotDo(`--partner-id: is that of another partner: ${lineOf(done.organization)}`)
    case 'invalid':
      throw new CannotDo(['Nothing was registered. To correct:', ...done.faults.map(complaint)].join('\n  '))
  }
}

function complaint({ field, why }: { field: string; why: string }): string {
  const [flag, wanted] = flags[field as Fact]
  const whys: Record<string, string> = {
    missing: `is missing; wanted: ${wanted}`,
    no_providers_in_cloud: 'this cloud has no indirect providers, direct partners only',
    customers_have_none: 'a customer has no PartnerID; leave it out',
  }
  return `--${flag}: ${whys[why] ?? `wanted: ${wanted}`}`
}

async function list(ask: (path: string) => Promise<unknown>): Promise<void> {
  let path: string | undefined = '/organizations'
  while (path !== undefined) {
    const { items, next } = (await ask(path)) as OrganizationsPage
    for (const organization of items) say(lineOf(organization))
    path = next === undefined ? undefined : `/organizations?after=${next}`
  }
}

function lineOf({ tenantId, kind, cloud, country, displayName, domain, partnerId }: Organization): string {
  return [tenantId, kind, cloud, country, displayName, domain, partnerId && `PartnerID ${partnerId}`].filter(Boolean).join(', ')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
