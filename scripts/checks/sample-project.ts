import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './files/source-files.ts'

/** Makes a folder with these files and a tool's real configuration, to test its rules. The caller removes it. */
export function sampleProject(config: string, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-sample-'))
  cpSync(join(root, config), join(folder, config))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
