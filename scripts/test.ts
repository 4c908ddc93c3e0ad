import { reportOf, type Outcome } from './testing/outcome.ts'
import { buildsPart, checksPart, faultsPart, journeysPart, unitPart } from './testing/parts.ts'

const parts: Record<string, readonly ((args: readonly string[]) => Outcome[] | Promise<Outcome[]>)[]> = {
  checks: [checksPart],
  unit: [unitPart],
  faults: [faultsPart],
  e2e: [buildsPart, journeysPart],
}

const [wanted, ...args] = process.argv.slice(2)
const chosen = wanted === undefined ? Object.values(parts).flat() : parts[wanted]
if (!chosen) {
  console.error(`There is no part "${wanted}" of the tests. Parts: ${Object.keys(parts).join(', ')}; none of them means all.`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const part of chosen) outcomes.push(...(await part(args)))
const { text, ok } = reportOf(outcomes)
console.log(`\n${text}`)
process.exitCode = ok ? 0 : 1
