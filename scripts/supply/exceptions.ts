/** What is accepted for a while: `of` is a package (`name*` for a family) or an advisory. */
export type Exception = { of: string; accepts: string; reason: string; until: string }
export type Finding = { of: string; found: string; says: string }

const longest = 366 * 86_400_000

/** Says what no exception accepts today, and which exceptions are over, reach too far or accept nothing any more. */
export function unaccepted(findings: readonly Finding[], exceptions: readonly Exception[], today: Date): string[] {
  const daysOf = ({ until }: Exception) => Date.parse(`${until}T23:59:59Z`) - today.getTime()
  const accepting = ({ of, found }: Finding) => exceptions.find((one) => one.accepts === found && isAbout(one.of, of) && daysOf(one) >= 0)
  const used = new Set(findings.map(accepting))
  return [
    ...findings.filter((finding) => !accepting(finding)).map(({ says }) => says),
    ...exceptions.flatMap((one) => {
      const left = daysOf(one)
      const name = `The exception for ${one.of} (${one.accepts})`
      if (Number.isNaN(left) || !one.reason) return [`${name} has no reason or no date.`]
      if (left < 0) return [`${name} ended on ${one.until}.`]
      if (left > longest) return [`${name} holds for longer than a year.`]
      return used.has(one) ? [] : [`${name} accepts nothing that is there.`]
    }),
  ]
}

const isAbout = (pattern: string, name: string) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)
