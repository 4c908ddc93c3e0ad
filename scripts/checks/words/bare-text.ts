import ts from 'typescript'

/**
 * Lists texts (`path:line …`) beside other nodes. A browser's translation moves text nodes into elements of its own; React then edits
 * beside a node that is gone, and the page breaks or goes stale. A single text child is set as the element's content, which always works.
 */
export function bareTexts(program: ts.Program, files: readonly string[], root: string): string[] {
  const checker = program.getTypeChecker()
  const found: string[] = []
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} is not part of the program.`)
    const say = (node: ts.Node, what: string) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file.slice(root.length)}:${line + 1} ${what}: put the text into an element of its own.`)
    }
    const visit = (node: ts.Node): void => {
      if (ts.isJsxElement(node) || ts.isJsxFragment(node)) sayOfChildren(node, say)
      if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && drawsText(node))
        say(node, `${node.tagName.getText()} draws a text alone`)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return found

  function sayOfChildren(parent: ts.JsxElement | ts.JsxFragment, say: (node: ts.Node, what: string) => void): void {
    const children = parent.children.filter(isThere)
    const isAlone = children.length === 1 && ts.isJsxElement(parent)
    for (const child of children.filter((each) => !isBlank(each))) {
      const texts = ts.isJsxText(child) ? 'one' : ts.isJsxExpression(child) && child.expression ? textsIn(child.expression) : undefined
      if (texts === 'several' || (texts && !isAlone)) say(child, `${child.getText().trim().slice(0, 60)} stands beside something else`)
    }
  }

  function textsIn(expression: ts.Expression): 'one' | 'several' | undefined {
    const type = checker.getTypeAtLocation(expression)
    if (isListOfTexts(type)) return 'several'
    return mayBeText(type) ? 'one' : undefined
  }

  function isListOfTexts(type: ts.Type): boolean {
    return checker.isArrayLikeType(type) && checker.getTypeArguments(type as ts.TypeReference).some(mayBeText)
  }

  /** Checks only the product's own components; a library's types accept anything. */
  function drawsText(tag: ts.JsxOpeningElement | ts.JsxSelfClosingElement): boolean {
    if (/^[a-z]/.test(tag.tagName.getText())) return false
    const signature = checker.getResolvedSignature(tag)
    // Compiler-made declarations have no source.
    const home: ts.SourceFile | undefined = signature?.declaration?.getSourceFile()
    if (signature === undefined || home === undefined || home.fileName.includes('node_modules')) return false
    return mayBeText(signature.getReturnType())
  }
}

const text = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike

/** A false condition's `''` or `0` is not meant to be drawn. */
function mayBeText(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(mayBeText)
  if ((type.flags & ts.TypeFlags.BigIntLiteral) !== 0) return false
  if (type.isStringLiteral() || type.isNumberLiteral()) return Boolean(type.value)
  return (type.flags & (text | ts.TypeFlags.Any)) !== 0
}

/** Line breaks between tags draw nothing. */
const isThere = (child: ts.JsxChild): boolean =>
  ts.isJsxText(child) ? !child.containsOnlyTriviaWhiteSpaces : !ts.isJsxExpression(child) || child.expression !== undefined

/** Translators leave blanks alone. */
function isBlank(child: ts.JsxChild): boolean {
  if (ts.isJsxText(child)) return child.text.trim() === ''
  const said = ts.isJsxExpression(child) ? child.expression : undefined
  return said !== undefined && ts.isStringLiteral(said) && said.text.trim() === ''
}
