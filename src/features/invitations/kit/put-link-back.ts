import { keepsLink } from '../../../../domain/invitations/message-rules.ts'

/**
 * Puts the exact link back on a line of its own: where `before`, the last text with the link, had it, else at the end. Removes remains of a
 * damaged link.
 */
export function putLinkBack(text: string, link: string, before: string): string {
  if (keepsLink(text, link).allowed) return text
  const lines = text.split('\n')
  const damaged = lines.findIndex((line) => isLeftOf(line, link))
  if (damaged >= 0) return lines.with(damaged, link).join('\n')
  const linesBefore = before.split('\n')
  const place = linesBefore.findIndex((line) => line.includes(link))
  const above = place > 0 ? lines.lastIndexOf(linesBefore[place - 1] ?? '', lines.length) : -1
  if (above >= 0 && linesBefore[place - 1]?.trim()) return lines.toSpliced(above + 1, 0, link).join('\n')
  return `${text.trimEnd()}${text.trim() ? '\n\n' : ''}${link}\n`
}

/** The remains that identify a damaged link. */
const leastLeft = 12

function isLeftOf(line: string, link: string): boolean {
  const left = line.trim()
  const beginning = link.slice(0, link.lastIndexOf('/') + 1)
  return left.startsWith(beginning) ? !/\s/.test(left) : left.length >= leastLeft && link.includes(left)
}
