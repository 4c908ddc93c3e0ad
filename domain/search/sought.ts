import { foldsOf, joined, searchTextOf } from './fold.ts'

/** A pasted web or mail address, with its host. */
const address = /^(?:.*<)?(?:[a-z][a-z\d+.-]*:)?(?:\/\/)?(?:[^\s/?#@]*@)?((?:[^\s/?#@:.<>]+\.)+[^\s/?#@:.<>]+)\.?(?::\d+)?(?:[/?#]\S*)?>?$/
const mostLabels = 5
/** A longer text is no address; reading it would only take time. */
const longestAddress = 1_000

/** Strips `{…}` and `(…)` around an id and adds missing hyphens. */
const idIn = (text: string): string =>
  text
    .replace(/^[{(]([\da-f-]+)[)}]?$/, '$1')
    .replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/, '$1-$2-$3-$4-$5')

/** The domains that an address may belong to, each anchored to a line of a search text; a domain that begins with the host counts too. */
function domainsIn(text: string): string[] {
  const host = text.length > longestAddress ? undefined : address.exec(text)?.[1]?.replace(/^www\./, '')
  if (host === undefined) return []
  const labels = host.split('.').slice(-mostLabels)
  const above = labels.map((_, from) => labels.slice(from).join('.')).slice(1, -1)
  return [...(text.includes(host) && text !== host ? [`\n${host}`] : []), ...above.map((domain) => `\n${domain}\n`)]
}

/**
 * Returns what to look for in a search text of {@link searchTextOf} between line breaks; any of these is a match. Those with a line break
 * are anchored by it.
 */
export function soughtOf(typed: string): string[] {
  const folds = foldsOf(typed).map(idIn).map(joined)
  return [...new Set([...folds, ...folds.flatMap(domainsIn)])]
}

/** Searches a list within the page as the server would. */
export function finder(typed: string): (...texts: readonly (string | null | undefined)[]) => boolean {
  const sought = soughtOf(typed)
  return (...texts) => {
    const text = `\n${searchTextOf(texts)}\n`
    return sought.some((each) => text.includes(each))
  }
}
