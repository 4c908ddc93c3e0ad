import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings } from './env.ts'

const secret = 'a-secret-that-nobody-may-ever-see-on-a-screen'

it('has a default for everything, on this machine only, with the demo', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1', port: 8080, dataDir: './data', databaseUrl: undefined, publicUrl: undefined,
    demo: true, isOpen: false, signIn: undefined, logLevel: 'info', sessionSecret: undefined, allowedHosts: [],
    metricsToken: undefined, trustedProxies: 0, webhooksPrivate: false, mail: undefined,
  })
})

it.each([
  ['PORT', '0', { port: 0 }],
  ['WEBHOOKS_PRIVATE', '1', { webhooksPrivate: true }],
  ['PORT', ' 9000 ', { port: 9000 }],
  ['PORT', '', { port: 8080 }],
  ['HOST', '::1', { host: '::1', demo: true }],
  ['HOST', 'localhost', { host: 'localhost', demo: true }],
  ['HOST', '127.8.9.1', { demo: true }],
  ['HOST', '0.0.0.0', { host: '0.0.0.0', demo: false }],
  ['HOST', '::', { demo: false }],
  ['HOST', 'portal.contoso.example', { demo: false }],
  ['PUBLIC_URL', 'https://portal.contoso.example/', { publicUrl: 'https://portal.contoso.example' }],
  ['PUBLIC_URL', 'http://localhost:5173', { publicUrl: 'http://localhost:5173' }],
  ['DATABASE_URL', 'postgres://u:p@db/tessera', { databaseUrl: 'postgres://u:p@db/tessera' }],
  ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ['SESSION_SECRET', secret, { sessionSecret: secret }],
  ['ALLOWED_HOSTS', 'Portal.lan, 192.168.1.5,2001:db8::5', { allowedHosts: ['portal.lan', '192.168.1.5', '2001:db8::5'] }],
  ['METRICS_TOKEN', secret, { metricsToken: secret }],
  ['TRUST_PROXY', '2', { trustedProxies: 2 }],
  ['DEMO', '0', { demo: false }],
  ['OIDC_ISSUER', ' ', { demo: true }],
])('%s=%s is taken', (name, value, expected) => {
  expect(readSettings({ [name]: value })).toMatchObject(expected)
})

const issuer = {
  OIDC_ISSUER: 'https://login.contoso.example/v2.0', OIDC_CLIENT_ID: 'tessera', OIDC_CLIENT_SECRET: secret,
}

it('takes one issuer or the file of several, and offers personas beside them only when told to', () => {
  const one = readSettings(issuer)
  expect(one).toMatchObject({ demo: false, signIn: { clientId: 'tessera', clientSecret: secret } })
  expect(one.signIn && 'issuer' in one.signIn && one.signIn.issuer.href).toBe(issuer.OIDC_ISSUER)
  expect(readSettings({ OIDC_CONFIG: '/etc/tessera/issuers.json' })).toMatchObject({
    demo: false, signIn: { file: '/etc/tessera/issuers.json' },
  })
  expect(readSettings({ ...issuer, DEMO: '1' }).demo).toBe(true)
  expect(() => readSettings({ ...issuer, OIDC_CONFIG: 'issuers.json' })).toThrow('OIDC_CONFIG stands in place of OIDC_ISSUER')
})

it('takes a secret from a file, and the variable before it', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'tessera-env-')), 'secret')
  await writeFile(file, `${secret}\n`)
  expect(readSettings({ SESSION_SECRET_FILE: file }).sessionSecret).toBe(secret)
  expect(readSettings({ SESSION_SECRET_FILE: file, SESSION_SECRET: `${secret}-2` }).sessionSecret).toBe(`${secret}-2`)
  expect(readSettings({ HOST_FILE: file }).host).toBe('127.0.0.1')
})

it('offers personas beyond this machine only when told to', () => {
  expect(readSettings({ HOST: '0.0.0.0', DEMO: '1' }).demo).toBe(true)
})

it.each([
  [{}, true],
  [{ PUBLIC_URL: 'http://localhost:5173' }, true],
  [{ PUBLIC_URL: 'http://[::1]:8080', ALLOWED_HOSTS: '127.0.0.2' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ PUBLIC_URL: 'https://portal.contoso.example' }, false],
  [{ TRUST_PROXY: '1' }, false],
  [{ ALLOWED_HOSTS: 'portal.contoso.example' }, false],
])('with %o, which says who comes to it, offers personas unasked: %s', (given, demo) => {
  expect(readSettings(given).demo).toBe(demo)
})

it.each([
  ['PORT', '80a', '"80a"'],
  ['PORT', '65536', '"65536"'],
  ['PORT', '-1', '"-1"'],
  ['HOST', 'http://here', '"http://here"'],
  ['PUBLIC_URL', 'portal.contoso.example', '"portal.contoso.example"'],
  ['PUBLIC_URL', 'https://portal.contoso.example/csp', 'no path'],
  ['PUBLIC_URL', 'https://user@portal.contoso.example', 'no path'],
  ['PUBLIC_URL', 'ftp://portal.contoso.example', 'http:// or https://'],
  ['DATABASE_URL', 'mysql://u:hunter2@db/tessera', 'postgresql://'],
  ['DEMO', 'yes', '"yes"'],
  ['LOG_LEVEL', 'loud', 'debug'],
  ['SESSION_SECRET', 'hunter2', '7 characters, not shown'],
  ['ALLOWED_HOSTS', 'https://portal.lan', '"https://portal.lan"'],
  ['ALLOWED_HOSTS', 'portal.lan:8080', '"portal.lan:8080"'],
  ['METRICS_TOKEN', 'hunter2', '7 characters, not shown'],
  ['TRUST_PROXY', 'true', '"true"'],
  ['OIDC_ISSUER', 'https://login.contoso.example', 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together'],
  ['OIDC_ISSUER', 'http://login.contoso.example', 'the https address of an OpenID Connect issuer'],
  ['OIDC_ISSUER', 'https://u:hunter2@login.contoso.example', 'the https address of an OpenID Connect issuer'],
  ['OIDC_CLIENT_SECRET', 'hunter2', 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together'],
  ['OIDC_CLIENT_SECRET_FILE', './no such file', 'cannot be read'],
  ['SMTP_URL', 'http://u:hunter2@mail', 'not shown. Wanted: smtp://user:password@host:587'],
  ['SMTP_URL', 'smtp://mail.contoso.example', 'set MAIL_FROM'],
  ['MAIL_FROM', 'Tessera <tessera@contoso.example>', 'the address that mails come from'],
  ['MAIL_FROM', 'tessera', '"tessera"'],
])('%s=%s is refused, named and explained', (name, value, explanation) => {
  const refusal = () => readSettings({ [name]: value })
  expect(refusal).toThrow(name)
  expect(refusal).toThrow(explanation)
  expect(refusal).not.toThrow('hunter2')
})

it.each([
  [{ PUBLIC_URL: 'https://portal.contoso.example' }, 'tessera@portal.contoso.example'],
  [{ PUBLIC_URL: 'https://portal.contoso.example:8443' }, 'tessera@portal.contoso.example'],
  [{ MAIL_FROM: 'invitations@xn--mnchen-3ya.example' }, 'invitations@münchen.example'],
  [{ MAIL_FROM: ' invitations@contoso.example ' }, 'invitations@contoso.example'],
  [{ MAIL_FROM: 'invitations@contoso.example', PUBLIC_URL: 'http://127.0.0.1:8080' }, 'invitations@contoso.example'],
])('sends mail from an address that mail can have: %o', (given, from) => {
  const server = { host: 'mail.contoso.example', port: 587, tls: 'required', login: { user: 'u', pass: secret } }
  expect(readSettings({ SMTP_URL: `smtp://u:${secret}@mail.contoso.example`, ...given }).mail).toEqual({ server, from })
})

it.each([{}, { PUBLIC_URL: 'http://127.0.0.1:8080' }, { PUBLIC_URL: 'http://localhost:8080' }, { PUBLIC_URL: 'http://[::1]:8080' }])(
  'does not start to send mail from nowhere: %o',
  (given) => {
    const refusal = () => readSettings({ SMTP_URL: `smtp://u:${secret}@mail.contoso.example`, ...given })
    expect(refusal).toThrow('set MAIL_FROM')
    expect(refusal).not.toThrow(secret)
  },
)

it('says everything that is wrong at once', () => {
  expect(() => readSettings({ PORT: 'x', DEMO: 'y' })).toThrow(/PORT is "x".*\n {2}DEMO is "y"/)
})
