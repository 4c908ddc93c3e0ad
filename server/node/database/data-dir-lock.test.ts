import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DataDirInUse, lockDataDir } from './data-dir-lock.ts'

const now = () => new Date('2026-05-01T09:00:00Z')
const address = 'http://127.0.0.1:8080'
let dataDir: string

beforeEach(async () => { dataDir = await mkdtemp(join(tmpdir(), 'tessera-lock-')) })
afterEach(() => rm(dataDir, { recursive: true }))

function refusal(): DataDirInUse {
  try {
    lockDataDir(dataDir, now).release()
  } catch (error) {
    if (error instanceof DataDirInUse) return error
    throw error
  }
  throw new Error('The lock was given twice.')
}

it('makes the directory when there is none', () => {
  const lock = lockDataDir(join(dataDir, 'deep', 'er'), now)
  expect(lock.dataDir).toBe(join(dataDir, 'deep', 'er'))
  lock.release()
})

it('says which directory it cannot write to', async () => {
  await writeFile(join(dataDir, 'file'), '')
  expect(() => lockDataDir(join(dataDir, 'file', 'below'), now)).toThrow(/^DATA_DIR .*below cannot be written to: /)
})

it('tells a second one who has the directory and where it serves', () => {
  const lock = lockDataDir(dataDir, now)
  expect(refusal().message).toContain(`process ${process.pid}, started 2026-05-01T09:00:00.000Z, not serving yet`)
  lock.announce(address)
  expect(refusal().message).toContain(`serving at ${address}`)
  expect(refusal().holder).toEqual({ pid: process.pid, startedAt: '2026-05-01T09:00:00.000Z', address })
  lock.release()
})

it('gives the directory to the next one after release', () => {
  lockDataDir(dataDir, now).release()
  expect(() => lockDataDir(dataDir, now).release()).not.toThrow()
})

it('refuses while another process lives, and takes over when it was killed', async () => {
  const holder = fileURLToPath(new URL('testing/lock-holder.ts', import.meta.url))
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(refusal().holder?.pid).toBe(child.pid)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(() => lockDataDir(dataDir, now).release()).not.toThrow()
})

it('does not believe what is left of a dead holder, even when a living process has its id now', () => {
  writeFileSync(join(dataDir, 'holder.json'), JSON.stringify({ pid: process.ppid, startedAt: now().toISOString(), address }))
  const lock = lockDataDir(dataDir, now)
  expect(JSON.parse(readFileSync(join(dataDir, 'holder.json'), 'utf8'))).toMatchObject({ pid: process.pid, address: null })
  lock.release()
})

it('still refuses when it cannot be read who has the directory', () => {
  const lock = lockDataDir(dataDir, now)
  writeFileSync(join(dataDir, 'holder.json'), '{ half')
  expect(refusal().message).toContain('another process')
  lock.release()
})
