/** Rows of one statement: building one of many hundred, or reading its answer, would keep the process from anything else. */
const rowsAtOnce = 100

export function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[], void, void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}
