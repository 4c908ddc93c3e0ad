import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { secureContextUses } from './secure-contexts.ts'

const pieces = {
  'newKey.ts': 'export const newKey = () => crypto.randomUUID()',
  'hash.ts': "export const hash = (bytes: ArrayBuffer) => crypto.subtle.digest('SHA-256', bytes)",
  'through.ts': 'const { clipboard } = navigator\nexport { clipboard }',
  'global.ts': 'export const kept = () => caches.open("a")',
  'hold.ts': 'export const hold = () => navigator.locks',
  'chance.ts': 'export const chance = () => crypto.getRandomValues(new Uint8Array(16))',
  'tabs.ts': "export const tabs = new BroadcastChannel('a')",
  'events.ts': "export const events = () => new EventSource('/api/events')",
  'type.ts': 'export type Given = { clipboard?: Clipboard }',
}

test('what not every browser has everywhere is found by name, or by what the DOM’s types say of it', () => {
  const room = mkdtempSync(join(tmpdir(), 'tessera-secure-'))
  const files = Object.entries(pieces).map(([name, text]) => {
    writeFileSync(join(room, name), text)
    return join(room, name)
  })
  const program = ts.createProgram(files, { strict: true, noEmit: true, target: ts.ScriptTarget.ES2024, types: [] })
  const found = secureContextUses(program, files, `${room}/`)
  rmSync(room, { recursive: true })
  const where = new Set(found.map((each) => each.split(':')[0]))
  expect([...where]).toEqual(['newKey.ts', 'hash.ts', 'through.ts', 'global.ts', 'hold.ts', 'tabs.ts'])
})
