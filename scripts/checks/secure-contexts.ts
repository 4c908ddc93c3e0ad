import ts from 'typescript'

/** Where they are absent, the first copies in another way, and the demo's start says what it needs. */
const prepared = [/^src\/ui\/copy-text\.ts$/, /^mocks\//]

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
    if (prepared.some((place) => place.test(path))) return []
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && isValue(node) && needsSecureContext(node, checker))
        found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} uses ${node.text}, which plain HTTP lacks.`)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

/** A type alone uses nothing. */
const isValue = (node: ts.Identifier): boolean => !ts.isTypeReferenceNode(node.parent) && !ts.isTypeQueryNode(node.parent)

/** The types say so of a property, or of what it gives. */
function needsSecureContext(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbols = [checker.getSymbolAtLocation(node), checker.getTypeAtLocation(node).getSymbol()]
  return symbols.some((symbol) => isOfDom(symbol) && ts.displayPartsToString(symbol?.getDocumentationComment(checker)).includes(sentence))
}

const sentence = 'Available only in secure contexts'

const isOfDom = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.some((declared) => /\/lib\.[\w.]+\.d\.ts$/.test(declared.getSourceFile().fileName)) === true
