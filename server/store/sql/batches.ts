/** Building or reading a statement of many hundred rows would block the process. */
const rowsAtOnce = 100

export function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[], void, void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}
