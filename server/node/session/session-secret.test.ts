import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptSecret } from './session-secret.ts'

let dataDir: string
const file = () => join(dataDir, 'session-secret')
beforeEach(async () => { dataDir = await mkdtemp(join(tmpdir(), 'tessera-secret-')) })
afterEach(() => rm(dataDir, { recursive: true }))

it('makes one of 32 random bytes and keeps it, readable by its owner alone', () => {
  const secret = keptSecret(dataDir)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(keptSecret(dataDir)).toBe(secret)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['session-secret'])
})

it('closes a file that others could read', () => {
  const secret = keptSecret(dataDir)
  chmodSync(file(), 0o644)
  expect(keptSecret(dataDir)).toBe(secret)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

it('refuses an emptied file rather than make a new one, which would kill every link', () => {
  writeFileSync(file(), '')
  expect(() => keptSecret(dataDir)).toThrow('holds no usable secret')
})
