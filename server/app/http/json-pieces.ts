import type { Ports } from '../ports.ts'

const pieceSize = 200

/** Writes an object as JSON, long lists in pieces with a turn between them. */
export async function* jsonPieces(value: object, turn: Ports['turn']): AsyncGenerator<string, void, void> {
  let before = '{'
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue
    const head = `${before}${JSON.stringify(name)}:`
    before = ','
    if (!Array.isArray(field)) {
      yield head + JSON.stringify(field)
      continue
    }
    yield `${head}[`
    for (let from = 0; from < field.length; from += pieceSize) {
      yield (from > 0 ? ',' : '') + JSON.stringify(field.slice(from, from + pieceSize)).slice(1, -1)
      await turn()
    }
    yield ']'
  }
  yield before === '{' ? '{}' : '}'
}
