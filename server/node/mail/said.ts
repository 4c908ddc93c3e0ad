import { cleanLine } from '../../../domain/words-of-others/cleaned.ts'

const longest = 300
/** Some servers quote the address that they mistrust: a link's token is never kept. */
const tokens = /[\w-]{43,}/g
const linkPaths = /((?:accept|unsubscribe)\/)[^\s"'<>]+/gi

/** What a mail server answered, as it is kept and shown: one line, without any link's token. */
export const saidOf = (answer: string): string =>
  cleanLine(answer).replaceAll(linkPaths, '$1…').replaceAll(tokens, '…').slice(0, longest)
