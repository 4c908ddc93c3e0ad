import ts from 'typescript'

/** Without it, the first copies in another way, the second leaves a tab alone, and the demo's start says what it needs. */
const prepared = [/^src\/ui\/actions\/copy-text\.ts$/, /^src\/api\/tabs\/tab-channel\.ts$/, /^mocks\//]

/** Old and embedded browsers lack the first three, Safari the others. */
const rare = new Set(['BroadcastChannel', 'ClipboardItem', 'SharedWorker', 'requestIdleCallback', 'scheduler'])

/**
 * Lists uses (`path:line …`) of what some browsers lack: rare features, and those of secure contexts, undefined over plain HTTP on another
 * address. The types of the DOM name the latter.
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
      if (ts.isIdentifier(node) && isValue(node) && isNotEverywhere(node, checker)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
        found.push(`${path}:${line} uses ${node.text}, which plain HTTP or some browser lacks.`)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

const isValue = (node: ts.Identifier): boolean => !ts.isTypeReferenceNode(node.parent) && !ts.isTypeQueryNode(node.parent)

/** The types mark the property or its type. */
function isNotEverywhere(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const own = checker.getSymbolAtLocation(node)
  const symbols = [own, checker.getTypeAtLocation(node).getSymbol()]
  const isSecureAlone = (symbol: ts.Symbol | undefined) =>
    isOfDom(symbol) && ts.displayPartsToString(symbol?.getDocumentationComment(checker)).includes(sentence)
  return (rare.has(node.text) && isOfDom(own)) || symbols.some(isSecureAlone)
}

const sentence = 'Available only in secure contexts'

const isOfDom = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.some((declared) => /\/lib\.[\w.]+\.d\.ts$/.test(declared.getSourceFile().fileName)) === true
