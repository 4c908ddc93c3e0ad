import { join } from 'node:path'
import ts from 'typescript'
import { isTest, root, type SourceFile } from './source-files.ts'
import { type WordUses, wordUses } from './word-uses.ts'

/** How the product's own code, tests aside, uses words. */
export function wordUsesOfProduct(files: readonly SourceFile[]): WordUses {
  const paths = files.map(({ path }) => path).filter((path) => /^(?:domain|server|src|mocks)\/.*\.tsx?$/.test(path) && !isTest(path))
  return wordUses(programOf(paths.map((path) => join(root, path))), paths.map((path) => join(root, path)), root)
}

/** All the rooms' types at once, since a word may be said anywhere. */
function programOf(files: readonly string[]): ts.Program {
  return ts.createProgram(files, {
    noEmit: true, strict: true, skipLibCheck: true, allowImportingTsExtensions: true, resolveJsonModule: true,
    target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.Preserve, jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: ['node', 'vite/client'],
  })
}
