import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { asciiAddress } from '../../../../domain/words-of-others/ascii-domain.ts'

/** Some systems cut longer addresses off. */
export const longestMailto = 1_900

/** RFC 6068: percent-encoded, CRLF line breaks, ASCII domains, and no address where none is known. */
export function mailtoOf({ subject, text }: Pick<InvitationMessage, 'subject' | 'text'>, to: string | undefined): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  const address = encodeURIComponent(asciiAddress(to ?? '')).replaceAll('%40', '@')
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
