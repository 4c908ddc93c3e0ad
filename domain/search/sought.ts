import { foldsOf, searchTextOf } from './fold.ts'

/** An address of the web or a mail, with its host, as people paste it. */
const address = /^(?:.*<)?(?:[a-z][a-z\d+.-]*:)?(?:\/\/)?(?:[^\s/?#@]*@)?((?:[^\s/?#@:.<>]+\.)+[^\s/?#@:.<>]+)\.?(?::\d+)?(?:[/?#]\S*)?>?$/
const mostLabels = 5
/** A longer text is none, and its reading would take the longer. */
const longestAddress = 1_000

/** `{…}` and `(…)` around an id go; one without hyphens gets them. */
const idIn = (text: string): string =>
  text
    .replace(/^[{(]([\da-f-]+)[)}]?$/, '$1')
    .replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/, '$1-$2-$3-$4-$5')

/** The domains that an address may belong to, each as a line of its own in a search text; what begins with the host itself is found too. */
function domainsIn(text: string): string[] {
  const host = text.length > longestAddress ? undefined : address.exec(text)?.[1]?.replace(/^www\./, '')
  if (host === undefined) return []
  const labels = host.split('.').slice(-mostLabels)
  const above = labels.map((_, from) => labels.slice(from).join('.')).slice(1, -1)
  return [...(text.includes(host) && text !== host ? [`\n${host}`] : []), ...above.map((domain) => `\n${domain}\n`)]
}

/**
 * What a typed text is looked for as; any of these is a find in a search text of {@link searchTextOf} with a line break before and behind.
 * Those that hold a line break are anchored by it.
 */
export function soughtOf(typed: string): string[] {
  const folds = foldsOf(typed).map(idIn)
  return [...new Set([...folds, ...folds.flatMap(domainsIn)])]
}

/** Whether a list within the page shows what has these texts: as a search of the server would find them. */
export function finder(typed: string): (...texts: readonly (string | null | undefined)[]) => boolean {
  const sought = soughtOf(typed)
  return (...texts) => {
    const text = `\n${searchTextOf(texts)}\n`
    return sought.some((each) => text.includes(each))
  }
}
