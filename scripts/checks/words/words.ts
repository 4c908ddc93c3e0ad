import type { Pattern } from './word-patterns.ts'
import type { WordUses } from './word-uses.ts'

/**
 * Every message has a use, and every use a message. A use is a literal id, a template's type, or a template whose open hole a literal
 * somewhere fills: `refusal.${code}` uses `refusal.invitation.lapsed` if some rule says `invitation.lapsed`. The part of a code after its
 * noun may fill a hole too.
 */
export function wordProblems(ids: readonly string[], uses: WordUses): string[] {
  const known = new Set(ids)
  const beginnings = new Set(ids.map((id) => `${id.split('.')[0]}.`))
  const anchored = uses.patterns.filter(([start]) => typeof start === 'string' && beginnings.has(`${start.split('.')[0]}.`))
  const closed = new Set(uses.patterns.flatMap((pattern) => (isClosed(pattern) ? [pattern.join('')] : [])))
  const fillings = new Set([...uses.literals, ...closed, ...uses.codes.map(({ code }) => code.slice(code.indexOf('.') + 1))])
  const open = anchored.filter((pattern) => !isClosed(pattern)).map(toRegExp)
  const isUsed = (id: string) =>
    uses.literals.has(id) || closed.has(id) ||
    open.some((pattern) => pattern.exec(id)?.slice(1).every((filling) => fillings.has(filling)) ?? false)
  return [
    ...ids.filter((id) => !isUsed(id)).map((id) => `${id} is in the catalogues, and nothing says it.`),
    ...uses.codes.filter(({ code, refused }) => !known.has(`refusal.${code}`) && (refused || !known.has(`problem.${code}`)))
      .map(({ code, refused, at }) => `${at}: no catalogue has refusal.${code}${refused ? '' : ` or problem.${code}`}.`),
    ...uses.statuses.filter(({ status }) => !known.has(`problem.title.${status}`))
      .map(({ status, at }) => `${at}: no catalogue has problem.title.${status}.`),
    ...uses.ids.flatMap(({ id, at }) => (isClosed(id) && !known.has(id.join('')) ? [`${at}: no catalogue has ${id.join('')}.`] : [])),
  ]
}

const isClosed = (pattern: Pattern): pattern is readonly string[] => pattern.every((part) => typeof part === 'string')

const holes = { number: String.raw`(\d+)`, text: String.raw`([\w.-]+)` }

const toRegExp = (pattern: Pattern): RegExp =>
  new RegExp(`^${pattern.map((part) => (typeof part === 'string' ? escaped(part) : holes[part.open])).join('')}$`)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
