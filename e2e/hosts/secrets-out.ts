import type { IncomingMessage } from 'node:http'
import pg from 'pg'

/** A shorter value is met by chance. */
const shortest = 20

const wordsOf = (text: string): string[] => text.match(new RegExp(`[\\w-]{${shortest},}`, 'g')) ?? []

/** What opens something wherever it is found: ID tokens, access tokens, webhooks' secrets. */
const forms = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}|tess_(?:pat|svc)_[\w-]{43}|whsec_[\w+/]{40,}/g

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

/** The secrets of a text, as far as they are known or look like one. */
export const secretsIn = (text: string, given: ReadonlySet<string>): string[] =>
  [...wordsOf(text).filter((word) => given.has(word)), ...(text.match(forms) ?? [])]

/** Throws when the log holds a secret, or an address of mail. */
export function refuseSecretsInLog(log: string, given: ReadonlySet<string>): void {
  for (const line of log.split('\n')) {
    const [found] = [...secretsIn(line, given), ...(mailAddress.exec(line) ?? [])]
    if (found !== undefined) throw new Error(`The log holds ${found}: ${line}`)
  }
}

/** Columns in which addresses of mail belong. */
const mailColumns: ReadonlySet<string> = new Set([])

/** Reads every column of every row. Throws with the column that holds a secret, or an address of mail where none belongs. */
export async function refuseSecretsInDatabase(databaseUrl: string, given: ReadonlySet<string>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    const all = tables.map(({ name }) => `
      select '${name}.' || kept.key as place, string_agg(kept.value, e'\\n') as text
      from ${name} as line, jsonb_each_text(to_jsonb(line)) as kept (key, value)
      where length(kept.value) > 5 group by kept.key`)
    const { rows: columns } = await client.query<{ place: string; text: string }>(all.join(' union all '))
    for (const { place, text } of columns) {
      const [found] = [...secretsIn(text, given), ...(mailColumns.has(place) ? [] : (mailAddress.exec(text) ?? []))]
      if (found !== undefined) throw new Error(`${place} holds ${found}: ${text.split('\n').find((line) => line.includes(found))}`)
    }
  } finally {
    await client.end()
  }
}
