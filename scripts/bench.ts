import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../bench', import.meta.url))
const names = globSync('*.ts', { cwd: folder }).map((file) => file.replace(/\.ts$/, '')).filter((name) => !name.includes('.')).toSorted()

const [name] = process.argv.slice(2)
if (name && names.includes(name)) await import(`../bench/${name}.ts`)
else {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  process.exitCode = 2
}
