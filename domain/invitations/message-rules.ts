import { allowed, refused, type Verdict } from '../verdict.ts'

const goesOn = /^[\w-]/

/** BR-38: an edited message keeps the exact link, with nothing appended to it. */
export const keepsLink = (text: string, link: string): Verdict =>
  text.split(link).slice(1).some((after) => !goesOn.test(after)) ? allowed : refused('state', 'message.link_missing', 'BR-38')

/**
 * BR-38: the link stands in the text alone, whole: its token is neither in the subject nor in another address, where it would be kept.
 * `beside`: addresses with the same token that may stand in the text too, since they are no secret.
 */
export function keepsLinkWhole(
  { subject, text }: { subject: string; text: string }, link: string, beside: readonly string[] = [],
): Verdict {
  const token = link.slice(link.lastIndexOf('/') + 1)
  const rest = [link, ...beside].reduce((left, known) => left.replaceAll(known, ''), text)
  const strays = [subject, rest].some((part) => part.includes(token))
  return strays ? refused('state', 'message.link_altered', 'BR-38') : allowed
}
