import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { isTest, type SourceFile, sourceFiles } from './checks/files/source-files.ts'
import { applied, type Change, changesOf, marked } from './mutants/changes.ts'
import { openTestBench } from './mutants/test-bench.ts'

type Mutant = Change & { id: number; path: string; text: string }

const [count = '200', seed = '1', folder] = process.argv.slice(2)
const rooms = folder ? [folder] : ['domain/', 'server/app/']
const sources = sourceFiles().filter(({ path }) => /^(?:domain|server|src)\/.*\.tsx?$/.test(path))
const imports = new Map(sources.map((file) => [file.path, importsOf(file)]))
const mutants = rooms.flatMap((room) => sampleOf(room, Number(count) / rooms.length)).map((mutant, id) => ({ ...mutant, id }))

const bench = await openTestBench()
const own = bench.files.filter((file) => rooms.some((room) => file.startsWith(room)))
const markedTexts = new Map(mutants.map(({ path, text }) => [path, marked(text, mutants.filter((other) => other.path === path))]))
const broken = await bench.run(own, markedTexts, { toTheEnd: true })
if (broken.length > 0) console.log(`These fail without a mutant:\n${broken.join('\n')}\n`)
const sound = new Map(own.map((file) => [file, !broken.some((failure) => failure.startsWith(`${file} `))]))

let killed = 0
for (const mutant of mutants) {
  const tests = testsOf(mutant)
  const killer = await killerOf(mutant, tests)
  if (killer) killed += 1
  const { kind, path, text, start, end, after } = mutant
  const place = `${path}:${text.slice(0, start).split('\n').length}`
  const change = `${short(text.slice(start, end))} → ${short(after)}`
  console.log([kind, place, change, killer ?? `SURVIVED ${tests.length} files of tests`].join(' | '))
}
await bench.close()
console.log(`\n${killed} of ${mutants.length} mutants killed, ${((100 * killed) / mutants.length).toFixed(1)} %; seed ${seed}`)
// A run that is ended at its first failure leaves a code behind.
process.exitCode = 0

/** At most two of a file, of kinds that are equally likely, evenly over the files of a room. */
function sampleOf(room: string, wanted: number): Omit<Mutant, 'id'>[] {
  const files = sources.filter(({ path }) => path.startsWith(room) && !isTest(path) && !/\/testing\.ts$|\.d\.ts$/.test(path))
  const choices = drawn(files, ({ path }) => path).map(({ path, text }) => {
    const all = changesOf(path, text)
    const kinds = drawn([...new Set(all.map(({ kind }) => kind))], (kind) => path + kind)
    const ranked = drawn(all, ({ start, end, kind }) => `${path} ${kind} ${text.slice(start, end)}`)
    const first = ranked.find(({ kind }) => kind === kinds[0])
    const apart = ranked.filter(({ start, end }) => first && (end <= first.start || start >= first.end))
    const second = apart.find(({ kind }) => kind === kinds[1]) ?? apart[0]
    return [first, second].flatMap((change) => change ?? []).map((change) => ({ ...change, path, text }))
  })
  return [0, 1].flatMap((round) => choices.flatMap((choice) => choice[round] ?? [])).slice(0, wanted)
}

/** In an order that the seed and a name decide, so that a change of one file leaves what is drawn of others. */
function drawn<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const ranked = values.map((value) => ({ value, rank: createHash('sha256').update(`${seed} ${nameOf(value)}`).digest('hex') }))
  return ranked.toSorted((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ value }) => value)
}

/** What fails with the mutant. A file that has not run without it does so before it is believed. */
async function killerOf(mutant: Mutant, tests: readonly string[]): Promise<string | undefined> {
  const [killer] = tests.length > 0 ? await bench.run(tests, new Map([[mutant.path, applied(mutant.text, mutant)]])) : []
  const file = tests.find((test) => killer?.startsWith(`${test} `))
  if (!killer || !file) return killer
  if (!sound.has(file)) sound.set(file, (await bench.run([file], new Map())).length === 0)
  return sound.get(file) ? killer : killerOf(mutant, tests.filter((test) => test !== file))
}

/**
 * The tests that come here, the nearest first. Where no marks tell, in rooms that have none and for what is passed only once, they are
 * those of rules and screens that import the file, of its noun, and over all routes.
 */
function testsOf({ id, path }: Mutant): string[] {
  const noun = path.replace('server/app/', 'domain/').split('/')[1] ?? ''
  const [importers, reached] = [importersOf(path), bench.reached(id)]
  const isNear = (test: string) => !test.startsWith('server/') || test.includes(`/${noun}/`) || test.includes('/every-route/')
  const comesHere = (test: string) => (reached && own.includes(test) ? reached.has(test) : importers.has(test) && isNear(test))
  const distance = (test: string) =>
    dirname(test) === dirname(path) ? 0 : test.includes(`/${noun}/`) ? 1 : test.startsWith('server/') ? 3 : 2
  return bench.files
    .filter((test) => sound.get(test) !== false && comesHere(test))
    .toSorted((one, other) => distance(one) - distance(other))
}

/** The files that import one, however far away. */
function importersOf(path: string): Set<string> {
  const seen = new Set([path])
  for (const file of seen) for (const [importer, imported] of imports) if (imported.has(file)) seen.add(importer)
  return seen
}

function importsOf({ path, text }: SourceFile): Set<string> {
  const values = text.matchAll(/^(?:import|export|\}) (?!type )[^']*'(\.[^']+)'|import\('(\.[^']+)'\)/gm)
  return new Set([...values].map(([, from, lazily]) => join(dirname(path), from ?? lazily ?? '')))
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 88)} …` : line
}
