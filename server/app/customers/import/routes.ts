import { z } from '@hono/zod-openapi'
import { columnChoiceForm, readColumnChoice } from '../../../../domain/customers/import-column-choice.ts'
import { legacyEncodings } from '../../../../domain/customers/list-encodings.ts'
import { canImportCustomers } from '../../../../domain/customers/rules.ts'
import { ImportReport } from '../../../../domain/customers/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { RecordOfClaim } from '../../../store/customers/import.ts'
import { scopeOf } from '../../../store/scope.ts'
import { endpoints } from '../../http/api.ts'
import { type HandleBatch, type ImportRun, readRows, runImport } from './import.ts'
import { readCustomerListFile } from './list-file.ts'
import { scoped } from '../../http/described.ts'
import { json, problems } from '../../http/documented.ts'
import { screened } from './screening.ts'
import { jsonPieces } from '../../http/json-pieces.ts'
import type { Ports } from '../../ports.ts'
import { factsOf } from '../../http/problem-facts.ts'
import { ApiProblem, type RequestFacts, enforce, problemBody } from '../../http/problem-response.ts'
import { isMediaType, notCsv, whole } from '../../http/request-body.ts'
import { streamed } from '../../http/streamed.ts'
import { recordOf } from '../../audit/record.ts'

const lines = 'application/x-ndjson'

const ofEncoding = 'The encoding of a file that is neither UTF-8 nor UTF-16. Without it such a file is answered with 422 '
  + '`import.not_unicode`, whose `list.encodings` shows a few names in each encoding that fits, the likeliest first: a person confirms '
  + 'one. A file that is UTF-8 or UTF-16 is read as that whatever is said, and a notice `import.encoding_not_used` tells it'
const ofColumns = 'Which column is which, such as `id=2,name=1,domain=3,relationship=Type`: positions from 1, or what the header calls '
  + 'them. What is left out is found by its name. A file whose columns are not found is answered with 422 `import.missing_columns`, whose '
  + '`list.columns` shows its header and first rows'

const ofAnswer = `What was done, or would be. With \`Accept: ${lines}\` lines of \`{ done, total }\` first, the report last`
const answer = json(ImportReport, ofAnswer)
const line = z.union([z.object({ done: z.number().int(), total: z.number().int() }), ImportReport])

export const customerImportRoutes = {
  run: scoped.import.post('/customers/import', {
    query: z.object({
      dryRun: z.enum(['true', 'false']).default('false'),
      encoding: z.enum(legacyEncodings).optional().meta({ description: ofEncoding }),
      columns: z.string().max(1_000).regex(columnChoiceForm).optional().meta({ description: ofColumns }),
    }).strict(),
    body: { required: true, content: { 'text/csv': { schema: z.string() } } },
  }, {
    200: { ...answer, content: { ...answer.content, [lines]: { schema: line } } }, ...problems(400, 401, 403, 413, 415, 422, 429),
  }),
}

/** A repeated import is harmless and reads no Idempotency-Key: the second report says that nothing changed. */
export const customerImportEndpoints = (ports: Ports) =>
  endpoints().openapi(customerImportRoutes.run, async (c) => {
    const { actor, locale } = c.var
    enforce(canImportCustomers(actor))
    if (!isMediaType(c.req.header('Content-Type'), 'text/csv')) throw new ApiProblem(notCsv)
    const { dryRun, encoding, columns } = c.req.valid('query')
    const isDryRun = dryRun === 'true'
    const said = { encoding, ...(columns !== undefined && { columns: readColumnChoice(columns) }) }
    const file = await readCustomerListFile(await bodyOf(c.req), ports.turn, said)
    const reading = await readRows(file, locale, ports.turn)
    const run = runImport(reading, screened(ports, actor, isDryRun ? comparing(ports, actor) : importing(ports, actor)), locale)
    if (!(c.req.header('Accept') ?? '').includes(lines)) {
      c.set('isFresh', true)
      const report = streamed(jsonPieces(await resultOf(run), ports.turn))
      return c.body(report, 200, { 'Content-Type': 'application/json' }) as never
    }
    return c.body(streamed(jsonLines(run, ports, c.var)), 200, { 'Content-Type': lines }) as never
  })

/** Some browsers have no stream for a request's body. */
const bodyOf = async ({ raw }: { raw: Request }): Promise<ReadableStream<Uint8Array>> =>
  raw.body ?? new Response(await whole(raw.arrayBuffer())).body ?? new Blob([]).stream()

const comparing = ({ store }: Ports, actor: Actor): HandleBatch => (rows) => store.customers.compare(scopeOf(actor), rows)

const importing = ({ store, now }: Ports, actor: Actor): HandleBatch => (rows, { total, rejected }, isLast) => {
  const at = now().toISOString()
  const { id } = actor.organization
  // The audit entry is about the organisation's list; open lists are notified after every batch.
  const { audit } = recordOf(actor, [
    {
      at, action: 'customers.imported', noun: 'organizations', nounId: id, organizationIds: [id],
      details: { rows: total, rejected },
    },
  ])
  const changes = [{ organizationId: id, noun: 'customers', change: 'imported' }]
  const ofClaim: RecordOfClaim = ({ organizationId, tenantId }) =>
    recordOf(actor, [
      {
        at, action: 'customer.claimed', noun: 'customers', nounId: tenantId, organizationIds: [organizationId],
        details: { partner: actor.organization.displayName },
      },
    ])
  const write = { at, audit: isLast ? audit : [], changes }
  return store.customers.import(scopeOf(actor), rows, write, { by: actor.user.displayName, ofClaim })
}

async function resultOf(run: ImportRun): Promise<ImportReport> {
  for (;;) {
    const step = await run.next()
    if (step.done) return step.value
  }
}

/** A failure comes after the response's head, so the problem is the last line. */
async function* jsonLines(run: ImportRun, ports: Ports, request: RequestFacts): AsyncGenerator<string, void, void> {
  try {
    for (;;) {
      const step = await run.next()
      yield* jsonPieces(step.value, ports.turn)
      yield '\n'
      if (step.done) return
    }
  } catch (error) {
    yield `${JSON.stringify(problemBody(factsOf(error, request.requestId, ports), request))}\n`
  }
}
