import { z } from 'zod'
import { longestSearch } from '../search/longest-search.ts'
import { addressFault, type addressFaults, cleanAddress, longestAddress } from './address.ts'
import { cleanLine, cleanText } from './cleaned.ts'
import { readDomain } from './domain-name.ts'

/** Cleaning takes little away from what anybody means to say; a text of many times what may be left is too long whatever it holds. */
const unlessAbsurd = (clean: (text: string) => string, characters: number) => (text: string) =>
  text.length > 10 * characters ? text : clean(text)

/** One line of a person's own words, cleaned before anything else looks at it: it stands in headings, subjects and lists. */
export const Line = (characters: number) => z.string().overwrite(unlessAbsurd(cleanLine, characters)).max(characters)

/** Lines and paragraphs of a person's own words, cleaned likewise. */
export const Lines = (characters: number) => z.string().overwrite(unlessAbsurd(cleanText, characters)).max(characters)

/** What a list is searched for. */
export const Sought = Line(longestSearch)

/** A tenant's id, without what came along when it was copied. */
export const TenantId = z.string().overwrite(unlessAbsurd(cleanLine, 36)).toLowerCase().pipe(z.uuid())

/** A domain that somebody typed, in the one form of {@link readDomain}. */
export const DomainName = z.string().overwrite((text) => readDomain(text) ?? text)
  .pipe(z.stringFormat('domain', (text: string) => readDomain(text) !== undefined))

const hasNo = (fault: (typeof addressFaults)[number]) => (text: string): boolean => addressFault(text) !== fault

/**
 * An address somebody typed, without what came along when it was copied, and with its domain in the one form. What is wrong with it is
 * the message: one of {@link addressFaults}.
 */
export const Address = z.string().overwrite(unlessAbsurd(cleanAddress, longestAddress)).max(longestAddress)
  .pipe(z.stringFormat('unquoted_address', hasNo('unquoted_address'), 'unquoted_address'))
  .pipe(z.stringFormat('ascii_mailbox', hasNo('ascii_mailbox'), 'ascii_mailbox'))
  .pipe(z.stringFormat('email', hasNo('email'), 'email'))
