import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refuseDemoParts } from './app-build.ts'

function builtWith(file: string, text: string): () => void {
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-build-'))
    writeFileSync(join(folder, 'main.js'), 'console.log(1)')
    writeFileSync(join(folder, file), text)
    try {
      refuseDemoParts(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

test('a build without parts of the demo passes', () => {
  expect(builtWith('customers.js', 'export const customers = 1')).not.toThrow()
})

test.each([
  ['postgres-3f.wasm', ''],
  ['empty-store.tar.gz', ''],
  ['mockServiceWorker.js', ''],
  ['main-4d.js', 'import("./PGlite")'],
])('a build with %s is refused', (file, text) => {
  expect(builtWith(file, text)).toThrow(`Parts of the demo reached the normal build: ${file}`)
})
