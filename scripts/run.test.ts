import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const run = fileURLToPath(new URL('./run.mjs', import.meta.url))
const room = mkdtempSync(join(tmpdir(), 'tessera-run-'))
afterAll(() => rmSync(room, { recursive: true }))

function running(code: string, ...args: readonly string[]) {
  const file = join(room, 'program.mjs')
  writeFileSync(file, code)
  const child = spawn(process.execPath, [run, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = once(child.stdout.setEncoding('utf8'), 'data')
  return { child, said, ended: once(child, 'exit') as Promise<[number | null, string | null]> }
}

test('a program gets its arguments, the pinned Node and its own exit code', async () => {
  const { said, ended } = running('console.log(process.version, ...process.argv.slice(2)); process.exit(7)', 'a', '--b')
  expect(await said).toEqual([`${process.version} a --b\n`])
  expect(await ended).toEqual([7, null])
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the program, which ends in its own way', async (signal) => {
  const program = `process.on('${signal}', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')`
  const { child, said, ended } = running(program)
  await said
  child.kill(signal)
  expect(await ended).toEqual([3, null])
})

test('a program that dies of a signal is told on as that signal', async () => {
  const { child, said, ended } = running("setInterval(() => {}, 1000); console.log('ready')")
  await said
  child.kill('SIGTERM')
  expect(await ended).toEqual([null, 'SIGTERM'])
})

test('a program ends in its own way when whoever started it is killed', async () => {
  const file = join(room, 'orphan.mjs')
  const onSignal = "process.on('SIGTERM', () => { console.log('ended'); process.exit() })"
  writeFileSync(file, `${onSignal}; setInterval(() => {}, 1000); console.log('ready')`)
  const starter = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([run, file])}, { stdio: 'inherit' })`
  const killed = spawn(process.execPath, ['-e', starter], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(killed.stdout)[Symbol.asyncIterator]()
  expect(await lines.next()).toMatchObject({ value: 'ready' })
  killed.kill('SIGKILL')
  expect(await lines.next()).toMatchObject({ value: 'ended' })
})
