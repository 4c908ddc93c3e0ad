import { reportOf, type Outcome } from './testing/outcome.ts'
import { buildsPart, changedPart, checksPart, faultsPart, journeysPart, unitPart } from './testing/parts.ts'

type Part = (args: readonly string[]) => Outcome[] | Promise<Outcome[]>

const parts: Record<string, readonly Part[]> = {
  checks: [checksPart],
  faults: [faultsPart],
  unit: [unitPart],
  e2e: [buildsPart, journeysPart],
}

/** One after another; faults mostly wait, so that they run beside the checks. */
const all: readonly Part[] = [together(checksPart, faultsPart), unitPart, buildsPart, journeysPart]

const [wanted, ...args] = process.argv.slice(2)
const chosen = wanted === undefined ? all : wanted === 'changed' ? [changedPart] : parts[wanted]
if (!chosen) {
  const names = [...Object.keys(parts), 'changed'].join(', ')
  console.error(`There is no part "${wanted}" of the tests. Parts: ${names}; none of them means all.`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const part of chosen) outcomes.push(...(await part(args)))
const { text, ok } = reportOf(outcomes)
console.log(`\n${text}`)
process.exitCode = ok ? 0 : 1

function together(...some: readonly Part[]): Part {
  return async (given) => (await Promise.all(some.map(async (part) => part(given)))).flat()
}
