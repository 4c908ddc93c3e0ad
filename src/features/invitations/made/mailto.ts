import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { asciiAddress } from '../../../../domain/words-of-others/ascii-domain.ts'

/** Beyond this some systems cut the address off, and the link with it. */
export const longestMailto = 1_900

/** RFC 6068: everything percent-encoded, line breaks as CRLF, domains in ASCII, the address left open when it is not known. */
export function mailtoOf({ subject, text }: Pick<InvitationMessage, 'subject' | 'text'>, to: string | undefined): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  const address = encodeURIComponent(asciiAddress(to ?? '')).replaceAll('%40', '@')
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
