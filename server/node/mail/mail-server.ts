import { isLoopback } from '../loopback.ts'

/** The mail server of SMTP_URL. */
export type MailServer = {
  host: string
  port: number
  /** `implicit`: TLS from the first byte; `required`: STARTTLS or nothing; `offered`: STARTTLS if available; `never`. */
  tls: 'implicit' | 'required' | 'offered' | 'never'
  /** Secret. */
  login: { user: string; pass: string } | undefined
}

/** The server, and the sender's address. */
export type MailSettings = { server: MailServer; from: string }

const startTls = ['required', 'offered', 'never'] as const

/**
 * smtps:// is TLS from the first byte. smtp:// uses STARTTLS if offered, and requires it where a password would travel to another machine;
 * `?tls=required`, `offered` or `never` overrides. Undefined for any other address.
 */
export function mailServerOf(address: string): MailServer | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const { protocol, hostname, port, pathname, hash } = url
  const wanted = url.searchParams.get('tls')
  const isKnown = [...url.searchParams.keys()].every((key) => key === 'tls') && url.searchParams.size <= 1
  if (!/^smtps?:$/.test(protocol) || hostname === '' || !['', '/'].includes(pathname) || hash !== '' || !isKnown) return undefined
  const user = decoded(url.username)
  const pass = decoded(url.password)
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined
  const host = hostname.replaceAll(/[[\]]/g, '')
  const login = user === '' ? undefined : { user, pass }
  if (protocol === 'smtps:') return wanted === null ? { host, port: Number(port || 465), tls: 'implicit', login } : undefined
  const usual = login && !isLoopback(host) ? 'required' : 'offered'
  const tls = wanted === null ? usual : startTls.find((each) => each === wanted)
  return tls && { host, port: Number(port || 587), tls, login }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
