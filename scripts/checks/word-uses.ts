import ts from 'typescript'
import { type Pattern, patternsOf } from './word-patterns.ts'

export type WordUses = {
  /** Every text and whole number that is spelled out. */
  literals: Set<string>
  /** What templates can come to. */
  patterns: Pattern[]
  /** Codes (`noun.reason`) that a caller can be told: what is given to a parameter or property named `code`. `refused` marks verdicts. */
  codes: { code: string; refused: boolean; at: string }[]
  /** HTTP statuses of problems, as given to a parameter or property named `status`. */
  statuses: { status: number; at: string }[]
  /** Ids given to a function that takes any text for an id, so that the types do not check them. */
  ids: { id: Pattern; at: string }[]
}

/** Reads how the given files of a program use words. `at` is `path:line`, relative to `root`. */
export function wordUses(program: ts.Program, files: readonly string[], root: string): WordUses {
  const checker = program.getTypeChecker()
  const uses: WordUses = { literals: new Set(), patterns: [], codes: [], statuses: [], ids: [] }
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} is not part of the program.`)
    const visit = (node: ts.Node): void => {
      collect(node, uses, checker, root)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return uses
}

function collect(node: ts.Node, uses: WordUses, checker: ts.TypeChecker, root: string): void {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) uses.literals.add(node.text)
  if (ts.isTemplateExpression(node)) uses.patterns.push(...patternsOf(node, checker))
  if (ts.isPropertyAssignment(node)) addNamed(node.name.getText(), node.initializer, false)
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText()
    checker.getResolvedSignature(node)?.parameters.forEach((parameter, index) => {
      const argument = node.arguments[index]
      if (!argument) return
      addNamed(parameter.name, argument, callee === 'refused')
      if (parameter.name === 'id' && takesAnyText(parameter) && callee === 'say')
        uses.ids.push(...patternsOf(argument, checker).map((id) => ({ id, at: at(argument) })))
    })
  }

  function addNamed(name: string, value: ts.Expression, refused: boolean): void {
    if (name !== 'code' && name !== 'status') return
    for (const [text, ...rest] of patternsOf(value, checker)) {
      if (typeof text !== 'string' || rest.length > 0) continue
      if (name === 'code' && /^[a-z_]+(?:\.[a-z_]+)+$/.test(text)) uses.codes.push({ code: text, refused, at: at(value) })
      if (name === 'status' && /^[45]\d\d$/.test(text)) uses.statuses.push({ status: Number(text), at: at(value) })
    }
  }

  function takesAnyText(parameter: ts.Symbol): boolean {
    const declared = parameter.valueDeclaration
    return declared !== undefined && (checker.getTypeOfSymbolAtLocation(parameter, declared).flags & ts.TypeFlags.String) !== 0
  }

  function at(place: ts.Node): string {
    const source = place.getSourceFile()
    return `${source.fileName.slice(root.length)}:${source.getLineAndCharacterOfPosition(place.getStart()).line + 1}`
  }
}
