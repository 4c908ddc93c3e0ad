/** Compares names as readers of a language expect, then by code point. */
export function nameOrder(locale: string): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(locale)
  return (one, other) => compare(one, other) || (one < other ? -1 : Number(one > other))
}
