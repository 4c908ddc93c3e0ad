import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { openEngine } from './engine-port.ts'

const thread = `
import { parentPort } from 'node:worker_threads'
const tellOfFile = () => parentPort.postMessage({ 'watch:import': ['file:///engine.ts'] })
tellOfFile()
parentPort.postMessage('open')
parentPort.on('message', (asked) => {
  if (asked === 'close') process.exit(0)
  tellOfFile()
  parentPort.postMessage({ id: asked.id, isInTransaction: false, result: { rows: [{ said: asked.sql }], affectedRows: 0 } })
})
`

it('what a Node that watches files says of them is no answer', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-engine-'))
  const file = join(directory, 'thread.mjs')
  await writeFile(file, thread)
  const engine = await openEngine(pathToFileURL(file), directory)
  expect((await engine.query('select 1', [])).rows).toEqual([{ said: 'select 1' }])
  await engine.close()
  await rm(directory, { recursive: true })
})
