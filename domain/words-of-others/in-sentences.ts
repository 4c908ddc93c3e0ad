const turning = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const [first, pop] = ['\u2068', '\u2069']

/** Keeps right-to-left text from reordering the sentence around it. */
export const isolated = (text: string): string => (turning.test(text) ? `${first}${text.replaceAll(/[\u2068\u2069]/g, '')}${pop}` : text)

/** The longest name in a sentence, in characters; headings and fields show the whole. */
const longestInSentence = 120

const shortened = (name: string): string => {
  const signs = [...name]
  return signs.length > longestInSentence ? `${signs.slice(0, longestInSentence - 1).join('').trimEnd()}…` : name
}

/** Message values that are names chosen by others. */
const names = new Set(['inviter', 'owner', 'reseller', 'seller', 'partner', 'customer', 'tenant', 'organization', 'name'])

type Values = Record<string, string | number>

/** Shortens and isolates names in the portal's own sentences. */
export const inSentences = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) =>
      [key, typeof value === 'string' ? isolated(names.has(key) ? shortened(value) : value) : value]),
  )
