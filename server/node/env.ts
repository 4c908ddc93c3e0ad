import { readFileSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { Address } from '../../domain/words-of-others/schemas.ts'
import { isForThisMachine } from './loopback.ts'
import { issuerUrl, type SignInSettings } from './sign-in/issuer-settings.ts'
import { type MailSettings, mailServerOf } from './mail/mail-server.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** A process's settings; see the README's table. */
export type Settings = {
  host: string
  /** 0 takes a free port. */
  port: number
  dataDir: string
  /** Absent: the embedded store in `dataDir`. */
  databaseUrl: string | undefined
  /** The links' base, without a trailing slash. Absent: the listening address. */
  publicUrl: string | undefined
  /** Whether anybody who reaches the port may sign in as a persona. */
  demo: boolean
  /** Whether others than people at this machine reach the port. */
  isOpen: boolean
  /** Absent: only personas can sign in. */
  signIn: SignInSettings | undefined
  logLevel: (typeof logLevels)[number]
  /** Absent: made once and kept in `dataDir`. */
  sessionSecret: string | undefined
  /** Further host names, in lower case, beside PUBLIC_URL's and the machine's own. */
  allowedHosts: string[]
  /** Gives other machines access to metrics and the API's description. */
  metricsToken: string | undefined
  /** The number of proxies in front, each of which adds an address to X-Forwarded-For. */
  trustedProxies: number
  /** The day that a person confirms after the clock has jumped. */
  clockConfirmed: string | undefined
  /** Whether webhooks may go to private addresses, and by http. */
  webhooksPrivate: boolean
  /** Absent: no mail is sent, and no screen says otherwise. */
  mail: MailSettings | undefined
}

/** Thrown with a message for a person: one line per setting. */
export class BadSettings extends Error {}

type Setting = { schema: z.ZodType; wants: string; secret?: true }

const settings = {
  HOST: {
    schema: z.string().regex(/^[\w.:-]+$/).default('127.0.0.1'),
    wants: 'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  },
  PORT: { schema: wholeNumber(65_535).default(8080), wants: 'a whole number from 0 to 65535; 0 takes a free port' },
  DATA_DIR: { schema: z.string().default('./data'), wants: 'a directory that this process may write to' },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    wants: 'postgresql://user:password@host:5432/database',
    secret: true,
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).refine(isOrigin).transform((url) => new URL(url).origin).optional(),
    wants: 'where people open the portal: http:// or https://, host and port, no path',
  },
  OIDC_ISSUER: {
    schema: z.string().transform(issuerUrl).refine((url) => url !== undefined).optional(),
    wants: 'the https address of an OpenID Connect issuer, such as https://login.microsoftonline.com/organizations/v2.0',
    secret: true,
  },
  OIDC_CLIENT_ID: { schema: z.string().optional(), wants: 'the id that the issuer knows this portal by' },
  OIDC_CLIENT_SECRET: { schema: z.string().optional(), wants: 'the secret that goes with OIDC_CLIENT_ID', secret: true },
  OIDC_CONFIG: { schema: z.string().optional(), wants: 'a JSON file that describes the issuers' },
  DEMO: { schema: z.enum(['0', '1']).transform((flag) => flag === '1').optional(), wants: '1 (personas may be signed in as) or 0' },
  LOG_LEVEL: { schema: z.enum(logLevels).default('info'), wants: `one of ${logLevels.join(', ')}` },
  SESSION_SECRET: { schema: z.string().min(32).optional(), wants: 'at least 32 characters made by chance', secret: true },
  SMTP_URL: {
    schema: z.string().transform(mailServerOf).refine((server) => server !== undefined).optional(),
    wants: 'smtp://user:password@host:587 or smtps://user:password@host:465, characters such as @ or / in a password percent-encoded',
    secret: true,
  },
  MAIL_FROM: { schema: Address.optional(), wants: 'the address that mails come from, such as tessera@contoso.example' },
  WEBHOOKS_PRIVATE: {
    schema: z.enum(['0', '1']).default('0').transform((flag) => flag === '1'),
    wants: '1 (webhooks may go to private addresses, and by http) or 0',
  },
  CLOCK_CONFIRMED: { schema: z.iso.date().optional(), wants: 'the present day in UTC, such as 2026-05-31' },
  ALLOWED_HOSTS: {
    schema: z.string().toLowerCase().default('').transform(listed).refine((names) => names.every(isHostName)),
    wants: 'host names or addresses that the portal may be opened under, without port, separated by commas',
  },
  METRICS_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{16,}$/).optional(),
    wants: 'at least 16 characters made by chance, no spaces',
    secret: true,
  },
  TRUST_PROXY: { schema: wholeNumber(10).default(0), wants: 'how many proxies stand in front of the portal, 0 to 10' },
} as const satisfies Record<string, Setting>

/** Reads and checks the settings; empty counts as absent. Throws {@link BadSettings}, which never repeats a secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const complaints: string[] = []
  const read = <Name extends keyof typeof settings>(name: Name): z.output<(typeof settings)[Name]['schema']> => {
    const given = environment[name]?.trim() || ('secret' in settings[name] ? inFile(name) : undefined)
    const result = settings[name].schema.safeParse(given)
    if (!result.success) complaints.push(complaint(name, settings[name], given ?? ''))
    return result.data as z.output<(typeof settings)[Name]['schema']>
  }
  const inFile = (name: string): string | undefined => {
    const file = environment[`${name}_FILE`]?.trim()
    if (!file) return undefined
    try {
      return readFileSync(fromWhereStarted(file), 'utf8').trim()
    } catch {
      complaints.push(`${name}_FILE is ${JSON.stringify(file)}, which cannot be read.`)
      return undefined
    }
  }
  const host = read('HOST')
  const publicUrl = read('PUBLIC_URL')
  const allowedHosts = read('ALLOWED_HOSTS')
  const trustedProxies = read('TRUST_PROXY')
  // Unreadable values are reported below.
  const isOpen = complaints.length > 0 || !isForThisMachine({ host, publicUrl, allowedHosts, trustedProxies })
  const issuer = { url: read('OIDC_ISSUER'), clientId: read('OIDC_CLIENT_ID'), clientSecret: read('OIDC_CLIENT_SECRET') }
  const issuersFile = read('OIDC_CONFIG')
  const given = Object.values(issuer).filter((each) => each !== undefined).length
  if (given > 0 && given < 3 && complaints.length === 0)
    complaints.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or OIDC_CONFIG alone.')
  if (given > 0 && issuersFile !== undefined) complaints.push('OIDC_CONFIG stands in place of OIDC_ISSUER: set one of them.')
  const mailServer = read('SMTP_URL')
  const mailFrom = read('MAIL_FROM')
  const checked: Settings = {
    host,
    port: read('PORT'),
    dataDir: read('DATA_DIR'),
    databaseUrl: read('DATABASE_URL'),
    publicUrl,
    demo: read('DEMO') ?? (given === 0 && issuersFile === undefined && !isOpen),
    isOpen,
    signIn: signInSettings(issuersFile, issuer),
    logLevel: read('LOG_LEVEL'),
    sessionSecret: read('SESSION_SECRET'),
    allowedHosts,
    metricsToken: read('METRICS_TOKEN'),
    trustedProxies,
    clockConfirmed: read('CLOCK_CONFIRMED'),
    webhooksPrivate: read('WEBHOOKS_PRIVATE'),
    mail: mailServer && { server: mailServer, from: mailFrom ?? addressAt(publicUrl) },
  }
  if (checked.mail?.from === '')
    complaints.push(
      'SMTP_URL is set, but there is no address for mails to come from: set MAIL_FROM, such as tessera@contoso.example, ' +
        'or a PUBLIC_URL with a host name that mail can have.',
    )
  if (complaints.length > 0) throw new BadSettings(['Tessera did not start. Settings to correct:', ...complaints].join('\n  '))
  return checked
}

/**
 * Reads the access token of a command from TESSERA_TOKEN, or from the file that TESSERA_TOKEN_FILE names. Never an argument, which other
 * users of the machine can read. Throws {@link BadSettings}.
 */
export function readAccessToken(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const file = environment['TESSERA_TOKEN_FILE']?.trim()
  const given = environment['TESSERA_TOKEN']?.trim()
  if (given && file) throw new BadSettings('TESSERA_TOKEN and TESSERA_TOKEN_FILE are both set. Keep one.')
  const token = file ? textOf(file) : given
  if (!token) throw new BadSettings('Set TESSERA_TOKEN to an access token of the portal, or TESSERA_TOKEN_FILE to a file that holds one.')
  return token
}

function textOf(file: string): string {
  try {
    return readFileSync(fromWhereStarted(file), 'utf8').trim()
  } catch (error) {
    throw new BadSettings(`TESSERA_TOKEN_FILE cannot be read: ${(error as Error).message}`)
  }
}

/** Resolves a path where the command was typed: npm changes to the package's directory first. */
export const fromWhereStarted = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path)

/** Empty when the host can have no mailbox, such as an IP address or `localhost`. */
function addressAt(publicUrl: string | undefined): string {
  const address = publicUrl === undefined ? '' : `tessera@${new URL(publicUrl).hostname}`
  return z.email().safeParse(address).success && !/\.\d+$/.test(address) ? address : ''
}

type Issuer = { url: URL | undefined; clientId: string | undefined; clientSecret: string | undefined }

function signInSettings(file: string | undefined, { url, clientId, clientSecret }: Issuer): SignInSettings | undefined {
  if (file !== undefined) return { file: fromWhereStarted(file) }
  return url && clientId && clientSecret ? { issuer: url, clientId, clientSecret } : undefined
}

function complaint(name: string, { wants, secret }: Setting, given: string): string {
  const shown = secret ? `a value of ${given.length} characters, not shown` : JSON.stringify(given.slice(0, 80))
  return `${name} is ${shown}. Wanted: ${wants}.`
}

function wholeNumber(most: number) {
  return z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(most))
}

function listed(text: string): string[] {
  return text.split(',').map((each) => each.trim()).filter(Boolean)
}

const isHostName = (name: string): boolean => isIPv6(name) || /^[\w.-]+$/.test(name)

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, search, hash, username, password } = new URL(url)
  return pathname === '/' && !search && !hash && !username && !password
}
