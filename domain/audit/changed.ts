type Value = string | number | boolean | null

/** What a write changed, by the field's name. */
export type Changed = Record<string, { before: Value; after: Value }>

/** Compares the named fields of a row; undefined when none differs. A list is told by its items. */
export function changedFields<Row extends object>(before: Row, after: Row, names: readonly (keyof Row & string)[]): Changed | undefined {
  const changed = names.map((name) => [name, { before: told(before[name]), after: told(after[name]) }] as const)
    .filter(([, value]) => value.before !== value.after)
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}

function told(value: unknown): Value {
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
