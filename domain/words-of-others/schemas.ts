import { z } from 'zod'
import { longestSearch } from '../search/longest-search.ts'
import { addressFault, type addressFaults, cleanAddress, longestAddress } from './address.ts'
import { cleanLine, cleanText } from './cleaned.ts'
import { readDomain } from './domain-name.ts'

/** Cleaning removes little, so a text of many times the limit is refused unread. */
const unlessAbsurd = (clean: (text: string) => string, characters: number) => (text: string) =>
  text.length > 10 * characters ? text : clean(text)

/** One cleaned line of a person's own words, for headings, subjects and lists. */
export const Line = (characters: number) => z.string().overwrite(unlessAbsurd(cleanLine, characters)).max(characters)

/** Cleaned lines and paragraphs of a person's own words. */
export const Lines = (characters: number) => z.string().overwrite(unlessAbsurd(cleanText, characters)).max(characters)

export const Sought = Line(longestSearch)

/** A tenant id, without what was copied with it. */
export const TenantId = z.string().overwrite(unlessAbsurd(cleanLine, 36)).toLowerCase().pipe(z.uuid())

/** A domain in the form of {@link readDomain}. */
export const DomainName = z.string().overwrite((text) => readDomain(text) ?? text)
  .pipe(z.stringFormat('domain', (text: string) => readDomain(text) !== undefined))

const hasNo = (fault: (typeof addressFaults)[number]) => (text: string): boolean => addressFault(text) !== fault

/** A mail address, without what was copied with it, its domain in the one form. An issue's message is one of {@link addressFaults}. */
export const Address = z.string().overwrite(unlessAbsurd(cleanAddress, longestAddress)).max(longestAddress)
  .pipe(z.stringFormat('unquoted_address', hasNo('unquoted_address'), 'unquoted_address'))
  .pipe(z.stringFormat('ascii_mailbox', hasNo('ascii_mailbox'), 'ascii_mailbox'))
  .pipe(z.stringFormat('email', hasNo('email'), 'email'))
