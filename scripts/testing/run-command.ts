import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from '../checks/files/source-files.ts'

/** Runs a command line in the project's folder with node_modules/.bin on PATH. With `show` it writes to the terminal, else to `output`. */
export function runCommand(
  line: string, options: { show?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`
  const output = options.show ? 'inherit' : 'pipe'
  const env = { ...process.env, ...options.env, PATH: path }
  const child = spawn(line, { cwd: root, shell: true, stdio: ['ignore', output, output], env })
  const said: string[] = []
  for (const pipe of [child.stdout, child.stderr]) pipe?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: said.join('').trim() }))
  })
}
