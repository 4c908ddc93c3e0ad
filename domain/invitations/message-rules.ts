import { allowed, refused, type Verdict } from '../verdict.ts'

/** BR-38: a message may be edited freely, but the exact link stays in it. */
export const keepsLink = (text: string, link: string): Verdict =>
  text.includes(link) ? allowed : refused('state', 'message.link_missing', 'BR-38')
