import type { IncomingMessage } from 'node:http'
import pg from 'pg'

/** A shorter value is met by chance. */
const shortest = 20

const wordsOf = (text: string): string[] => text.match(new RegExp(`[\\w-]{${shortest},}`, 'g')) ?? []

/** What opens something wherever it is found: ID tokens, access tokens, webhooks' secrets, links that nobody has followed yet. */
const forms = new RegExp([
  /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/, /tess_(?:pat|svc)_[\w-]{43}/, /whsec_[\w+/]{40,}/,
  /\b(?:accept|acceptance|join|joining|unsubscribe)\/(?:[\w-]+\/)*[\w-]{43}(?![\w-])/,
].map(({ source }) => source).join('|'), 'g')

const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i

/** A link's token is a part of its path; a logo's name, which is kept, is no secret. */
const linkTokens = (path: string) => (path.startsWith('/api/logos/') ? [] : path.split('/').filter((part) => /^[\w-]{43}$/.test(part)))

/** The cookies, codes, states, links' and access tokens that a request brings. */
export function secretsOf({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): string[] {
  const { pathname, searchParams } = new URL(url, 'http://portal')
  return [
    ...(headers.cookie ?? '').split(/; */).flatMap((pair) => wordsOf(pair.slice(pair.indexOf('=') + 1))),
    ...['code', 'state', 'nonce'].flatMap((name) => wordsOf(searchParams.get(name) ?? '')),
    ...linkTokens(pathname),
    ...wordsOf(headers.authorization ?? ''),
  ]
}

/** What of a portal's settings nobody else may read. */
export const secretsOfSettings = ({ SESSION_SECRET, OIDC_CLIENT_SECRET, METRICS_TOKEN }: Record<string, string>): string[] =>
  [SESSION_SECRET, OIDC_CLIENT_SECRET, METRICS_TOKEN].flatMap((secret) => wordsOf(secret ?? ''))

/** The secrets of a text, as far as they are known or look like one; known ones also when cut off, or with letters beside. */
function secretsIn(text: string, given: ReadonlySet<string>): string[] {
  const beginnings = new Set(Array.from(given, (secret) => secret.slice(0, shortest)))
  const holds = (word: string) =>
    Array.from({ length: word.length - shortest + 1 }, (_, at) => word.slice(at, at + shortest)).some((part) => beginnings.has(part))
  return [...wordsOf(text).filter(holds), ...(text.match(forms) ?? [])]
}

/** What a log holds that it must not: secrets, and addresses of mail. */
export const leaksInLog = (log: string, given: ReadonlySet<string>): string[] =>
  log.split('\n').flatMap((line) =>
    [...secretsIn(line, given), ...(mailAddress.exec(line) ?? [])].map((found) => `The log holds ${found}: ${line}`))

/** Columns in which addresses of mail belong. */
const mailColumns: ReadonlySet<string> = new Set([
  // People of the portal, what is found by their addresses, and who of a customer agreed.
  'users.email', 'users.search_text',
  'partner_attestations.attestation',
  // To whom invitations go, who asked about them, and what was told of both.
  'invitations.customer', 'invitations.search_text', 'invitation_forwards.email', 'invitation_questions.email', 'audit_events.details',
  // Mails until they are old, and an organisation's own contact.
  'outbox.to_address', 'outbox.reply_to', 'outbox.body', 'organization_profiles.contact',
  // Answers of a day, as they were given, and what was mailed on a day.
  'answers.body', 'limits.owner', 'limits.what',
])

/** The same of every row, where mail addresses have their columns. */
export async function leaksInDatabase(databaseUrl: string, given: ReadonlySet<string>): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const texts = async (queries: readonly string[]) =>
    queries.length === 0 ? [] : (await client.query<{ place: string; text: string | null }>(queries.join(' union all '))).rows
  try {
    const { rows: names } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    const tables = await texts(names.map(({ name }) =>
      `select '${name}' as place, string_agg(line::text, e'\\n') as text from ${name} as line`))
    const mailed = tables.filter(({ text }) => mailAddress.test(text ?? ''))
    const columns = await texts(mailed.map(({ place }) => `
      select '${place}.' || kept.key as place, string_agg(kept.value, e'\\n') as text
      from ${place} as line, jsonb_each_text(to_jsonb(line)) as kept (key, value) group by kept.key`))
    return [
      ...tables.flatMap(({ place, text }) => secretsIn(text ?? '', given).map((found) => `${place} holds ${found}`)),
      ...columns.filter(({ place }) => !mailColumns.has(place)).flatMap(({ place, text }) =>
        (mailAddress.exec(text ?? '') ?? []).map((found) => `${place} holds ${found}`)),
    ]
  } finally {
    await client.end()
  }
}

/** Throws with what was found. */
export function refuse(leaks: readonly string[]): void {
  if (leaks.length > 0) throw new Error(leaks.join('\n'))
}
