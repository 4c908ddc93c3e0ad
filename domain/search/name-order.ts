/** The order of names as a reader of this language expects it, by code point where the language makes no difference. */
export function nameOrder(locale: string): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(locale)
  return (one, other) => compare(one, other) || (one < other ? -1 : Number(one > other))
}
