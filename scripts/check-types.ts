import { availableParallelism } from 'node:os'
import { runCommand } from './testing/run-command.ts'

/** The programs of tsconfig.json, the slowest first. They are independent, so each core checks one. */
const programs = ['browser', 'tests', 'node', 'portable', 'domain']
const said = new Set<string>()

async function checkNext(): Promise<void> {
  const program = programs.shift()
  if (!program) return
  const { code, output } = await runCommand(`tsc --project tsconfig.${program}.json --pretty false`)
  for (const line of output.split('\n')) if (line) said.add(line)
  if (code !== 0) process.exitCode = code
  await checkNext()
}

await Promise.all(Array.from({ length: availableParallelism() }, checkNext))
console.log([...said].join('\n'))
