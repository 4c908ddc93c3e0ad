import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { auditActions } from '../../../domain/audit/actions.ts'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import { Blocker } from '../../../domain/relationships/schemas.ts'
import { locales } from '../../../domain/session/locales.ts'
import { clouds } from '../../../domain/testing/facts.ts'
import { catalogues } from './catalogues.ts'
import { invitationMail } from '../invitations/mail.ts'
import { sentence, title } from './words.ts'

const root = new URL('../../../', import.meta.url)

async function sourcesUnder(folder: string): Promise<string> {
  const entries = await readdir(new URL(`${folder}/`, root), { recursive: true })
  const files = entries.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'))
  return (await Promise.all(files.map((file) => readFile(new URL(`${folder}/${file}`, root), 'utf8')))).join('\n')
}

const nouns = [
  'acceptance',
  'admin_rights',
  'agreement',
  'audit',
  'capability',
  'cursor',
  'customer',
  'extension',
  'field',
  'gdap',
  'idempotency',
  'import',
  'invitation',
  'message',
  'partner',
  'partnership',
  'receipt',
  'relationship',
  'request',
  'route',
  'server',
  'session',
  'subscription',
  'template',
].join('|')
const codesIn = (source: string): string[] => [
  ...new Set([...source.matchAll(new RegExp(`'((?:${nouns})\\.[a-z_]+)'`, 'g'))].map(([, code]) => code ?? '')),
]

/** Audit actions, which are no refusals. */
const actions: readonly string[] = auditActions
const params = {
  days: 90,
  country: 'KR',
  tenant: 'T',
  limit: 3,
  length: 4,
  line: 5,
  lastLine: 9,
  cells: 6,
  columns: 7,
  value: 'V',
  values: 'a, b',
  wanted: 'text/csv',
  offerName: 'Azure plan',
  partnerId: '4801122',
  count: 2,
  hours: 5,
  minutes: 10,
  service: 'azure',
  placeholder: 'P',
  date: '2026-03-02T09:00:00.000Z',
}

describe.each(locales)('in %s', (locale) => {
  it('has words for every action that an audit entry may tell of', async () => {
    const words = JSON.parse(await readFile(new URL(`locales/${locale}/home.json`, root), 'utf8')) as Record<string, string>
    expect(auditActions.filter((action) => !words[`home.event.${action}`])).toEqual([])
  })

  it('has a sentence for every code in the rules and the API', async () => {
    const codes = codesIn((await Promise.all(['domain', 'server/app'].map(sourcesUnder))).join('\n')).filter(
      (code) => !actions.includes(code),
    )
    expect(codes.length).toBeGreaterThan(120)
    const unsaid = codes.filter((code) => !(`refusal.${code}` in catalogues[locale]) && !(`problem.${code}` in catalogues[locale]))
    expect(unsaid).toEqual([])
  })

  it('says exactly what English says, with the same parameters', () => {
    const placeholders = (message = '') => [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].toSorted()
    expect(Object.keys(catalogues[locale]).toSorted()).toEqual(Object.keys(catalogues.en).toSorted())
    for (const [id, message] of Object.entries(catalogues[locale]))
      expect([id, placeholders(message)]).toEqual([id, placeholders(catalogues.en[id])])
  })

  it('leaves nothing unfilled', () => {
    for (const id of Object.keys(catalogues[locale]).filter((each) => /^(refusal|problem)\./.test(each) && !each.includes('.title.'))) {
      const text = sentence(id.replace(/^(refusal|problem)\./, '') as ProblemCode, locale, params)
      expect([id, /[{}]|undefined|NaN/.test(text), text.length > 10 || locale !== 'en']).toEqual([id, false, true])
    }
    for (const status of [400, 401, 403, 404, 409, 412, 415, 422, 500, 503]) expect(title(status, locale)).not.toContain('problem.')
  })

  it('has a sentence for everything that keeps a relationship from being removed, with its name and its day', () => {
    for (const code of Blocker.shape.code.options) expect(sentence(`blocker.${code}`, locale, params)).toContain('Azure plan')
    const closed = sentence('blocker.cancellation_window_closed', locale, params)
    expect([closed.includes('2026'), closed.includes('T09')]).toEqual([true, false])
  })

  it.each(clouds)('writes the mail of %s: who, what, where, the link on its own line, who signs', (cloud) => {
    const link = 'https://portal.example/accept/token'
    const invitation = {
      inviter: { id: 'i', tenantId: 't', displayName: 'Contoso {x} <b>' },
      reseller: { id: 'r', tenantId: 't', displayName: 'Litware' },
      customer: { companyName: 'Northwind' },
      includeDap: true,
      reusable: true,
      expiresAt: '2026-03-02T09:00:00.000Z',
    }
    const mail = invitationMail(invitation, cloudPolicies[cloud], locale, link)
    expect(mail.subject).toContain('Contoso {x} <b>')
    expect(mail.text.split('\n').filter((line) => line === link)).toHaveLength(1)
    for (const word of ['Northwind', 'Litware', 'Azure Active Directory', 'Office 365', '2026']) expect(mail.text).toContain(word)
    expect(mail.text.includes('21Vianet') || mail.text.includes('世纪互联')).toBe(cloud === 'china')
    const agreement = /Customer Agreement|고객 계약|соглашение с клиентом|Contrato de Cliente|Kundenvereinbarung|客户协议/
    expect(agreement.test(mail.text)).toBe(cloudPolicies[cloud].customerAgreement)
    const plain = invitationMail(
      { ...invitation, reseller: null, customer: null, includeDap: false, reusable: false }, cloudPolicies[cloud], locale, link,
    )
    expect(plain.text).not.toContain('Litware')
    expect(plain.text).not.toContain('Azure Active Directory')
    expect(`${plain.text}${mail.text}`).not.toMatch(/mails\.|undefined/)
  })
})
