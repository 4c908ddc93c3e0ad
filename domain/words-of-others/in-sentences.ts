const turning = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const [first, pop] = ['\u2068', '\u2069']

/** A text in a sentence of the portal: one that is read from right to left turns nothing round but itself. */
export const isolated = (text: string): string => (turning.test(text) ? `${first}${text.replaceAll(/[\u2068\u2069]/g, '')}${pop}` : text)

/** As much of a name as a sentence bears, in characters; where the whole is of use, it stands in a heading or a field of its own. */
const longestInSentence = 120

const shortened = (name: string): string => {
  const signs = [...name]
  return signs.length > longestInSentence ? `${signs.slice(0, longestInSentence - 1).join('').trimEnd()}…` : name
}

/** The values of a message that are names which others chose. */
const names = new Set(['inviter', 'owner', 'reseller', 'seller', 'partner', 'customer', 'tenant', 'organization', 'name'])

type Values = Record<string, string | number>

/** Names kept from running into the portal's own sentence: neither too long for it, nor turning it round. */
export const inSentences = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) =>
      [key, typeof value === 'string' ? isolated(names.has(key) ? shortened(value) : value) : value]),
  )
