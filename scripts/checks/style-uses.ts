import { dirname, join } from 'node:path/posix'
import type { SourceFile } from './files/source-files.ts'

const imported = /import (\w+) from '(\.[^']+\.module\.css)'/g

/** Finds classes without a rule and rules without a use, which types cannot. */
export function styleProblems(files: readonly SourceFile[]): string[] {
  const sheets = new Map(files.filter(({ path }) => path.endsWith('.module.css')).map(({ path, text }) => [path, classesOf(text)]))
  const drawn = new Map<string, Set<string>>()
  const missing: string[] = []
  for (const { path, text } of files.filter((file) => /^src\/.*\.tsx?$/.test(file.path)))
    for (const [, name = '', from = ''] of text.matchAll(imported)) {
      const sheet = join(dirname(path), from)
      const uses = usesOf(text, name)
      drawn.set(sheet, new Set([...(drawn.get(sheet) ?? []), ...uses]))
      for (const use of uses) if (use !== anything && !sheets.get(sheet)?.has(use)) missing.push(`${path}: ${sheet} has no class ${use}.`)
    }
  const unused = [...sheets].flatMap(([sheet, classes]) => {
    const uses = drawn.get(sheet) ?? new Set()
    return uses.has(anything) ? [] : [...classes].filter((name) => !uses.has(name)).map((name) => `${sheet}: nothing draws ${name}.`)
  })
  return [...missing, ...unused]
}

const anything = '[…]'

function usesOf(text: string, name: string): Set<string> {
  const uses = [...text.matchAll(new RegExp(`(?<![\\w/.])${name}(?:\\.(\\w+)|(\\[))`, 'g'))]
  return new Set(uses.map(([, use]) => use ?? anything))
}

const classesOf = (sheet: string): Set<string> =>
  new Set([...sheet.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/\.([A-Za-z_][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name ?? ''))
