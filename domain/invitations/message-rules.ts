import { allowed, refused, type Verdict } from '../verdict.ts'

const goesOn = /^[\w-]/

/** BR-38: a message may be edited freely, but the exact link stays in it, and nothing is written onto its end. */
export const keepsLink = (text: string, link: string): Verdict =>
  text.split(link).slice(1).some((after) => !goesOn.test(after)) ? allowed : refused('state', 'message.link_missing', 'BR-38')

/**
 * BR-38: the link stands in the text only, whole: its token neither in the subject nor behind another address, where it would be kept.
 * `beside`: addresses that hold the same token and may stand in the text as well, since they are no secret.
 */
export function keepsLinkWhole(
  { subject, text }: { subject: string; text: string }, link: string, beside: readonly string[] = [],
): Verdict {
  const token = link.slice(link.lastIndexOf('/') + 1)
  const rest = [link, ...beside].reduce((left, known) => left.replaceAll(known, ''), text)
  const strays = [subject, rest].some((part) => part.includes(token))
  return strays ? refused('state', 'message.link_altered', 'BR-38') : allowed
}
