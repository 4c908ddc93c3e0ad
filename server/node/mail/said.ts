import { cleanLine } from '../../../domain/words-of-others/cleaned.ts'

const longest = 300
/** Some servers quote suspicious addresses; a link's token must not be kept. */
const tokens = /[\w-]{43,}/g
const linkPaths = /((?:accept|unsubscribe)\/)[^\s"'<>]+/gi

/** A mail server's response as it is kept and shown: one line without tokens. */
export const saidOf = (answer: string): string =>
  cleanLine(answer).replaceAll(linkPaths, '$1…').replaceAll(tokens, '…').slice(0, longest)
