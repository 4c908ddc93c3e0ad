import { readFile } from 'node:fs/promises'
import { inspect, parseArgs } from 'node:util'
import { effectOf } from '../../../domain/customers/import-report.ts'
import { legacyEncodings } from '../../../domain/customers/list-encodings.ts'
import { ApiRefusal, ApiSession, type FileHints } from '../session/api-session.ts'
import { DataDirInUse, DataDirUnusable } from '../database/data-dir-lock.ts'
import { diskIsFull, isDiskFull } from '../database/disk-full.ts'
import { BadSettings, fromWhereStarted, readAccessToken, readSettings } from '../env.ts'
import { errorLines, importReportLines, questionLines, summaryLine } from './import-report.ts'
import { BadAddress, reachApi, reachPortal } from './reach-api.ts'
import { StoreUnreachable } from '../database/postgres-store.ts'

const usage = `Usage: npm run import -- FILE --to ADDRESS [--dry-run] [--encoding ENCODING] [--columns COLUMNS]
  For example: TESSERA_TOKEN_FILE=token.txt npm run import -- customers.csv --to https://portal.example
  The access token, with the scope “import”, is in TESSERA_TOKEN or in the file that TESSERA_TOKEN_FILE names.
  In the demo on this machine, in place of --to: --as PERSONA, such as --as provider.admin
  ENCODING, of a file that is not Unicode: ${legacyEncodings.join(', ')}
  COLUMNS, where the header does not name them: id=2,name=1,domain=3,relationship=4, by position or by what the header calls them`

const noneTaken = 'No row of this file can be taken. Correct what is named above and run it again.'

/** Its message tells the person at the command why nothing was imported. */
class CannotImport extends Error {}

const refusals = [CannotImport, ApiRefusal, BadAddress, BadSettings, DataDirInUse, DataDirUnusable, StoreUnreachable]

try {
  await run()
} catch (error) {
  const known = refusals.some((kind) => error instanceof kind)
  const said = known && error instanceof Error ? error.message : inspect(error)
  const details = error instanceof ApiRefusal ? [...errorLines(error.problem), ...questionLines(error.problem)] : []
  process.stderr.write(`${[isDiskFull(error) ? diskIsFull : said, ...details].join('\n')}\n`)
  process.exitCode = known ? 2 : 1
}

async function run(): Promise<void> {
  const { file, persona, address, ...options } = readArguments()
  const bytes = await readFile(fromWhereStarted(file)).catch((error: NodeJS.ErrnoException) => {
    throw new CannotImport(`${file} cannot be read: ${error.message}`)
  })
  const token = address === undefined ? undefined : readAccessToken()
  const reached = address === undefined ? await reachApi(readSettings()) : reachPortal(address)
  try {
    say(`${file}, ${token === undefined ? `as ${persona}` : 'with an access token'}, ${reached.where}`)
    const session = token === undefined ? await ApiSession.signIn(reached.fetch, persona ?? '') : ApiSession.withToken(reached.fetch, token)
    try {
      await importThrough(session, bytes, options)
    } finally {
      await session.end()
    }
  } finally {
    await reached.close()
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        as: { type: 'string' }, to: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, encoding: { type: 'string' },
        columns: { type: 'string' },
      },
    })
    const [file] = positionals
    const { as: persona, to: address, 'dry-run': isDryRun, encoding, columns } = values
    const isOneWay = (persona === undefined) !== (address === undefined)
    if (file && isOneWay && positionals.length === 1) return { file, persona, address, isDryRun, encoding, columns }
  } catch (error) {
    throw new CannotImport(`${(error as Error).message}\n${usage}`)
  }
  throw new CannotImport(usage)
}

type ImportOptions = FileHints & { isDryRun: boolean }

async function importThrough(session: ApiSession, bytes: Uint8Array<ArrayBuffer>, { isDryRun, ...said }: ImportOptions): Promise<void> {
  const expected = await session.importCustomers(bytes, { ...said, isDryRun: true }, () => undefined)
  say(summaryLine(expected, 'expected'))
  const effect = effectOf(expected)
  if (isDryRun || effect !== 'changes') {
    say(...importReportLines(expected), ...(effect === 'none_taken' ? [noneTaken] : []))
    say(isDryRun ? 'Dry run: nothing was changed.' : effect === 'none_taken' ? 'Nothing was changed.' : 'Nothing to do.')
    return
  }
  const report = await session.importCustomers(bytes, { ...said, isDryRun: false }, ({ done, total }) => {
    process.stderr.write(process.stderr.isTTY ? `\r${done} of ${total} rows` : `${done} of ${total} rows\n`)
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  say(...importReportLines(report), summaryLine(report, 'done'))
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
