import ts from 'typescript'
import { type Pattern, patternsOf } from './word-patterns.ts'

export type WordUses = {
  /** Every literal text and whole number. */
  literals: Set<string>
  /** Texts that templates can produce. */
  patterns: Pattern[]
  /** Codes (`noun.reason`) given to a parameter or property `code`. `refused` marks verdicts. */
  codes: { code: string; refused: boolean; at: string }[]
  /** HTTP statuses of problems: a property `status` beside a `code`. */
  statuses: { status: number; at: string }[]
  /** Ids given to a function that takes any text, so that the types do not check them. */
  ids: { id: Pattern; at: string }[]
}

/** Reads how a program's files use messages. `at` is `path:line`, relative to `root`. */
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
  if (ts.isTemplateExpression(node) && looksLikeId(node)) uses.patterns.push(...patternsOf(node, checker))
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') addCodes(node.initializer, false)
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'status' && hasCode(node.parent)) addStatuses(node.initializer)
  if (ts.isCallExpression(node) && mayTellCodes(node)) {
    const callee = node.expression.getText()
    checker.getResolvedSignature(node)?.parameters.forEach((parameter, index) => {
      const argument = node.arguments[index]
      if (!argument) return
      if (parameter.name === 'code') addCodes(argument, callee === 'refused')
      if (parameter.name === 'id' && takesAnyText(parameter) && callee === 'say')
        uses.ids.push(...patternsOf(argument, checker).map((id) => ({ id, at: at(argument) })))
    })
  }

  function addCodes(value: ts.Expression, refused: boolean): void {
    const codes = closedTexts(value).filter((text) => /^[a-z_]+(?:\.[a-z_]+)+$/.test(text))
    uses.codes.push(...codes.map((code) => ({ code, refused, at: at(value) })))
  }

  function addStatuses(value: ts.Expression): void {
    const statuses = closedTexts(value).map(Number).filter((status) => status >= 400)
    uses.statuses.push(...statuses.map((status) => ({ status, at: at(value) })))
  }

  function closedTexts(value: ts.Expression): string[] {
    return patternsOf(value, checker).flatMap(([text, ...rest]) => (typeof text === 'string' && rest.length === 0 ? [text] : []))
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

const hasCode = (object: ts.ObjectLiteralExpression): boolean =>
  object.properties.some((property) => property.name?.getText() === 'code')

/** Skips calls and templates that cannot matter, since asking the types is slow. */
const mayTellCodes = (call: ts.CallExpression): boolean =>
  call.expression.getText() === 'say' || call.arguments.some((argument) => /['"`][a-z_]+\.[a-z_]/.test(argument.getText()))

const looksLikeId = ({ head, templateSpans }: ts.TemplateExpression): boolean =>
  [head.text, ...templateSpans.map((span) => span.literal.text)].every((text) => /^[\w.-]*$/.test(text))
