/**
 * How one kind of tests or checks went, and what could not be asked. `passed` 0 and `failed` 0 means that nothing ran, which counts as a
 * failure.
 */
export type Outcome = { kind: string; passed: number; failed: number; seconds: number; unasked?: readonly string[] }

/** The table and, as its very last line, `N passed, N failed`. */
export function reportOf(outcomes: readonly Outcome[]): { text: string; ok: boolean } {
  const rows = outcomes.map(counted)
  const widest = Math.max(4, ...rows.map((row) => row.kind.length))
  const line = (kind: string, ...cells: readonly string[]) => `${kind.padEnd(widest)}${cells.map((cell) => cell.padStart(9)).join('')}`
  const passed = sum(rows, (row) => row.passed)
  const failed = sum(rows, (row) => row.failed)
  const table = rows.map((row) => line(row.kind, String(row.passed), String(row.failed), row.seconds ? `${row.seconds.toFixed(1)} s` : ''))
  const unasked = rows.flatMap((row) => row.unasked ?? []).map((what) => `Not known: ${what}`)
  const text = [line('kind', 'passed', 'failed', 'time'), ...table, ...unasked, '', `${passed} passed, ${failed} failed`].join('\n')
  return { text, ok: failed === 0 && passed > 0 }
}

const counted = (outcome: Outcome): Outcome => (outcome.passed + outcome.failed > 0 ? outcome : { ...outcome, failed: 1 })

const sum = (rows: readonly Outcome[], count: (row: Outcome) => number): number => rows.reduce((total, row) => total + count(row), 0)
