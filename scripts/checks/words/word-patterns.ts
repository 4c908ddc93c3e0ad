import ts from 'typescript'

/** A text with holes: `open` is a text or number that the types do not narrow down. */
export type Pattern = readonly (string | { open: 'text' | 'number' })[]

/**
 * Lists every text of an expression: literals, both sides of a condition, templates and constants of these, and what the types say of the
 * rest.
 */
export function patternsOf(expression: ts.Expression, checker: ts.TypeChecker): Pattern[] {
  if (ts.isStringLiteralLike(expression)) return [[expression.text]]
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce<Pattern[]>(
      (before, span) => product(product(before, patternsOf(span.expression, checker)), [[span.literal.text]]),
      [[expression.head.text]],
    )
  }
  if (ts.isConditionalExpression(expression))
    return [...patternsOf(expression.whenTrue, checker), ...patternsOf(expression.whenFalse, checker)]
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return patternsOf(expression.expression, checker)
  return patternsOfType(checker.getTypeAtLocation(expression)) ?? patternsOfConstant(expression, checker)
}

const product = (left: readonly Pattern[], right: readonly Pattern[]): Pattern[] =>
  left.flatMap((start) => right.map((end) => joined([...start, ...end])))

const joined = (parts: Pattern): Pattern =>
  parts.reduce<(string | { open: 'text' | 'number' })[]>((done, part) => {
    const last = done.at(-1)
    return typeof part === 'string' && typeof last === 'string' ? [...done.slice(0, -1), last + part] : [...done, part]
  }, [])

/** Lists a literal type's members; undefined for any other type. */
function patternsOfType(type: ts.Type): Pattern[] | undefined {
  const members = type.isUnion() ? type.types : [type]
  const values = members.filter((member) => (member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0)
  if (values.every((member) => member.isStringLiteral() || member.isNumberLiteral()) && values.length > 0)
    return values.map((member) => [String((member as ts.LiteralType).value as string | number)])
  return values.every((member) => member.flags & ts.TypeFlags.NumberLike) && values.length > 0 ? [[{ open: 'number' }]] : undefined
}

function patternsOfConstant(expression: ts.Expression, checker: ts.TypeChecker): Pattern[] {
  const declared = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression)?.valueDeclaration : undefined
  const isConstant = declared && ts.isVariableDeclaration(declared) && ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const
  const from = isConstant ? declared.initializer : undefined
  return from && (ts.isTemplateExpression(from) || ts.isConditionalExpression(from)) ? patternsOf(from, checker) : [[{ open: 'text' }]]
}
