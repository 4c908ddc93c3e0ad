import type { NewMail } from '../mail/mail.ts'
import { asciiAddress } from '../words-of-others/ascii-domain.ts'
import type { Limit } from './limit.ts'

/** Mails a day, far above what ordinary work comes to; docs/decisions/0014-limits.md says why these. */
export const mailsADay = { person: 1_000, organization: 3_000, addressFromOne: 30, addressInAll: 60, newsFromOne: 1_000 } as const

/** Where a mail ends up: letter case, the spelling of the domain and what stands behind a plus sign lead to the same place. */
export const mailboxOf = (given: string): string => {
  const address = asciiAddress(given)
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at).replace(/(?<=.)\+.*/, '')}@${address.slice(at + 1)}`.toLowerCase()
}

type Counted = Pick<NewMail, 'organizationId' | 'to'>

/** What a mail that a person asks for counts as. Over any of these it is refused, and so is what it tells of. */
export const limitsOfAsked = ({ organizationId: owner, to }: Counted, askedBy: string): Limit[] => [
  { owner, what: `mail/by/${askedBy}`, most: mailsADay.person, code: 'mail.too_many_by_person' },
  { owner, what: 'mail', most: mailsADay.organization, code: 'mail.too_many_by_organization' },
  { owner, what: `mail/to/${mailboxOf(to)}`, most: mailsADay.addressFromOne, code: 'mail.too_many_to_address' },
  { owner: mailboxOf(to), what: 'mail', most: mailsADay.addressInAll, code: 'mail.too_many_to_address' },
]

/** What a mail counts as that nobody asks for, such as a note or a reminder. Over it the mail is left out: screens say the same. */
export const limitOfNews = ({ organizationId: owner, to }: Counted): Limit => ({
  owner, what: `news/to/${mailboxOf(to)}`, most: mailsADay.newsFromOne, code: 'mail.too_many_to_address',
})
