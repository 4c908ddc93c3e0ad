import ts from 'typescript'

/** One changed place of a file: what stands from `start` to `end` becomes `after`. */
export type Change = { kind: string; start: number; end: number; after: string }

const operators: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
}
const told = new Set(['description', 'summary', 'title', 'tags', 'type', 'message'])

/** Every change that one file can have, in its order. Types, imports, what is told to developers and sentences have none. */
export function changesOf(path: string, text: string): Change[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Change[] = []
  const source = (node: ts.Node) => node.getText(file)
  const add = (kind: string, node: ts.Node, after: string) => found.push({ kind, start: node.getStart(file), end: node.getEnd(), after })

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return
    // What is left out of a schema stands in a mask, whose values nobody reads.
    if (ts.isCallExpression(node) && /\.(?:omit|pick|partial)$/.test(source(node.expression))) return visit(node.expression)
    if (ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return
    if (ts.isNewExpression(node) && source(node.expression).endsWith('Error')) return
    if (ts.isPropertyAssignment(node) && told.has(source(node.name))) return
    if (ts.isBinaryExpression(node)) {
      const after = operators[node.operatorToken.kind]
      if (after && !joinsText(node)) add('operator', node, `${source(node.left)} ${after} ${source(node.right)}`)
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add('negation', node, source(node.operand))
    else if (ts.isConditionalExpression(node)) add('condition', node.condition, `!(${source(node.condition)})`)
    else if (ts.isIfStatement(node)) {
      add('condition', node.expression, `!(${source(node.expression)})`)
      if (!node.elseStatement) add('branch', node, ';')
    } else if (ts.isExpressionStatement(node) && isCall(node.expression) && node.parent !== file) add('deed', node, ';')
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add('truth', node, 'false')
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add('truth', node, 'true')
    else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) add('list', node, '[]')
    else if (ts.isStringLiteral(node) && /^[a-z][\w-]*$/.test(node.text) && !isName(node)) add('code', node, "'mutant'")
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && !(node.flags & ts.NodeFlags.OptionalChain)) {
      const { expression, name } = node.expression
      const swapped = { some: 'every', every: 'some' }[name.text]
      if (name.text === 'filter') add('filter', node, source(expression))
      else if (swapped) add('quantifier', node, `${source(expression)}.${swapped}(${node.arguments.map(source).join(', ')})`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

export const applied = (text: string, { start, end, after }: Change): string => text.slice(0, start) + after + text.slice(end)

/** The file with a call of `mutantReached` at each of the places, which do not overlap. */
export function marked(text: string, places: readonly (Change & { id: number })[]): string {
  return places.toSorted((one, other) => other.start - one.start).reduce((marking, { id, kind, start, end }) => {
    const [call, inside] = [`globalThis.mutantReached?.(${id})`, marking.slice(start, end)]
    const isStatement = kind === 'branch' || kind === 'deed'
    return marking.slice(0, start) + (isStatement ? `{ ${call}; ${inside} }` : `(${call}, (${inside}))`) + marking.slice(end)
  }, text)
}

function isCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) || ((ts.isAwaitExpression(node) || ts.isVoidExpression(node)) && isCall(node.expression))
}

function isName(node: ts.StringLiteral): boolean {
  return (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isElementAccessExpression(node.parent)
}

function joinsText({ operatorToken, left, right }: ts.BinaryExpression): boolean {
  const isText = (side: ts.Expression) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side)
  return operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(left) || isText(right))
}
