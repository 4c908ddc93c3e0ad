import type { NewMail } from '../mail/mail.ts'
import { asciiAddress } from '../words-of-others/ascii-domain.ts'
import type { Limit } from './limit.ts'

/** Daily mails, far above ordinary work; docs/decisions/0014-limits.md gives the reasons. */
export const mailsADay = { person: 1_000, organization: 3_000, addressFromOne: 30, addressInAll: 60, newsFromOne: 1_000 } as const

/** Returns the mailbox of an address: letter case, the domain's spelling and what follows a plus sign do not matter. */
export const mailboxOf = (given: string): string => {
  const address = asciiAddress(given)
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at).replace(/(?<=.)\+.*/, '')}@${address.slice(at + 1)}`.toLowerCase()
}

type Counted = Pick<NewMail, 'organizationId' | 'to'>

/** The limits of a mail that a person requests; over any of them the mail and its action are refused. */
export const limitsOfRequested = ({ organizationId: owner, to }: Counted, requestedBy: string): Limit[] => [
  { owner, what: `mail/by/${requestedBy}`, most: mailsADay.person, code: 'mail.too_many_by_person' },
  { owner, what: 'mail', most: mailsADay.organization, code: 'mail.too_many_by_organization' },
  { owner, what: `mail/to/${mailboxOf(to)}`, most: mailsADay.addressFromOne, code: 'mail.too_many_to_address' },
  { owner: mailboxOf(to), what: 'mail', most: mailsADay.addressInAll, code: 'mail.too_many_to_address' },
]

/** The limit of a mail that nobody requests, such as a note or reminder; over it the mail is left out, since screens say the same. */
export const limitOfNews = ({ organizationId: owner, to }: Counted): Limit => ({
  owner, what: `news/to/${mailboxOf(to)}`, most: mailsADay.newsFromOne, code: 'mail.too_many_to_address',
})
