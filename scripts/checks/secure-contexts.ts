import ts from 'typescript'

/** What a file uses of these, it does without where they are absent, or says so on the page. */
const knownTo: readonly (readonly [place: RegExp, names: readonly string[]])[] = [
  [/^src\/ui\/copy-text\.ts$/, ['clipboard', 'Clipboard', 'ClipboardItem', 'write']],
  // The demo's start says that it needs them.
  [/^mocks\//, ['locks', 'request', 'serviceWorker', 'controller', 'postMessage']],
]

/**
 * What the browser's part uses, each as `path:line …`, that browsers have on https and on this machine alone: over plain HTTP on another
 * address it is undefined. Which that is, the types of the DOM say themselves.
 */
export function secureContextUses(program: ts.Program, files: readonly string[], root: string): string[] {
  const checker = program.getTypeChecker()
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} is not part of the program.`)
    const path = file.slice(root.length)
    const known = new Set(knownTo.flatMap(([place, names]) => (place.test(path) ? names : [])))
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && !known.has(node.text) && isValue(node) && needsSecureContext(checker.getSymbolAtLocation(node), checker))
        found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} uses ${node.text}, which plain HTTP lacks.`)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

/** A type alone uses nothing. */
const isValue = (node: ts.Identifier): boolean => !ts.isTypeReferenceNode(node.parent) && !ts.isTypeQueryNode(node.parent)

function needsSecureContext(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  if (!symbol?.declarations?.some((declared) => declared.getSourceFile().hasNoDefaultLib || /lib\.\w+/.test(declared.getSourceFile().fileName)))
    return false
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).includes('Available only in secure contexts')
}
