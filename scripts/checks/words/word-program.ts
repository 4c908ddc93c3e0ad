import { join } from 'node:path'
import ts from 'typescript'
import { bareTexts } from './bare-text.ts'
import { isTest, root, type SourceFile } from '../files/source-files.ts'
import { secureContextUses } from '../secure-contexts.ts'
import { type WordUses, wordUses } from './word-uses.ts'

type Product = { program: ts.Program; paths: string[] }

const products = new WeakMap<readonly SourceFile[], Product>()

/** The product's own code without tests, with types, read once. */
function productOf(files: readonly SourceFile[]): Product {
  const known = products.get(files)
  if (known) return known
  const own = files.map(({ path }) => path).filter((path) => /^(?:domain|server|src|mocks)\/.*\.tsx?$/.test(path) && !isTest(path))
  const paths = own.map((path) => join(root, path))
  const product = { program: programOf(paths), paths }
  products.set(files, product)
  return product
}

export function wordUsesOfProduct(files: readonly SourceFile[]): WordUses {
  const { program, paths } = productOf(files)
  return wordUses(program, paths, root)
}

/** See {@link bareTexts}. */
export function bareTextProblems(files: readonly SourceFile[]): string[] {
  const { program, paths } = productOf(files)
  return bareTexts(program, paths.filter((path) => path.endsWith('.tsx')), root)
}

/** See {@link secureContextUses}; what the server's rooms use exists on every host, or the demo's start says that it does not. */
export function secureContextProblems(files: readonly SourceFile[]): string[] {
  const { program, paths } = productOf(files)
  return secureContextUses(program, paths.filter((path) => /^(?:domain|src|mocks)\//.test(path.slice(root.length))), root)
}

/** Builds one program for all rooms, since any of them may use a message. */
function programOf(files: readonly string[]): ts.Program {
  return ts.createProgram(files, {
    noEmit: true, strict: true, skipLibCheck: true, allowImportingTsExtensions: true, resolveJsonModule: true,
    target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.Preserve, jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: ['node', 'vite/client'],
  })
}
