import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { createStore } from '../store.ts'
import { insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import { seedOrganizations } from '../demo/seed-people.ts'
import { pgliteDialect, pgliteEngine } from './pglite-dialect.ts'
import type { Database } from './tables/database.ts'
import { migrate } from '../migrations/migrate.ts'
import { aCustomer, contoso, openWithCast, scopeFor } from '../testing/cast.ts'
import { engines, type OpenedStore } from '../testing/test-engines.ts'

const scope = scopeFor('provider.sales')

/** Real-world names: many scripts, letters beyond accents, one domain in either form. */
const lines = [
  ['71', 'O’Neill Probes Ltd', 'oneill-probe.example'],
  ['72', 'Ärzteverbund Probe', 'aerzte-probe.example'],
  ['73', 'Zzz Probe Letzte', 'zzz-probe.example'],
  ['74', 'Straße Probe GmbH', 'strasse-probe.example'],
  ['75', 'Łódź Probe Sp. z o.o.', 'lodz-probe.example'],
  ['76', 'Işık Probe A.Ş.', 'isik-probe.example'],
  ['77', 'İstanbul Probe A.Ş.', 'istanbul-probe.example'],
  ['78', 'Coca‑Probe Ltd', 'nbhyphen-probe.example'],
  ['79', 'Smith & Söhne <b>100%</b> #1 Probe/Ltd?', 'amp-probe.example'],
  ['7a', '👩‍👩‍👧‍👦🦊 Probe Emoji', 'emoji-probe.example'],
  ['7b', 'münchen Probe', 'münchen-probe.de'],
  ['7c', 'ООО Проба', 'проба-зонд.рф'],
  ['7d', 'Puny Probe', 'xn--mnchen-probe-dlb.de'],
  ['7e', 'Ørsted Probe A/S', 'orsted-probe.example'],
  ['81', '삼성 Müller Probe NFD'.normalize('NFD'), 'nfd-probe.example'],
].map(([id, name = '', domain = '']) => {
  const line = aCustomer(name.normalize('NFC'), { id: `0a5d1b1e-1111-4a11-8a11-0000000000${id}` })
  return { ...line, companyProfile: { ...line.companyProfile, domain, companyName: name } }
})

const give = (db: Kysely<Database>) =>
  db.transaction().execute((trx) => insertRows(trx, lines.map((line) => customerRowOf(contoso.id, line))))

/** Each row's first word names it in the tables below. */
const firstOf = (name: string) => name.normalize('NFC').split(/[ ‑]/)[0]
const [latinBefore, latin] = [
  ['👩‍👩‍👧‍👦🦊'], ['Ärzteverbund', 'Coca', 'Işık', 'İstanbul', 'Łódź', 'münchen', 'O’Neill', 'Ørsted', 'Puny', 'Smith', 'Straße', 'Zzz'],
]
const root = [...latinBefore, ...latin, 'ООО', '삼성']

describe.each(engines)('names on $name', (engine) => {
  let opened: OpenedStore
  beforeAll(async () => {
    opened = await openWithCast(engine)
    await give(opened.db)
  })
  afterAll(() => opened.close())

  const namesIn = async (locale: Locale | undefined, view: Partial<CustomerView> = {}, limit = 200) => {
    const names: (string | undefined)[] = []
    for (let cursor: string | undefined; ;) {
      const page = await opened.store.customers.list(scope, { sort: 'companyName', ...view }, { limit, cursor, locale })
      names.push(...page.items.map(({ companyProfile }) => firstOf(companyProfile.companyName)))
      if (page.nextCursor === null) return names
      cursor = page.nextCursor
    }
  }

  it.each([
    ["O'Neill", 'O’Neill'], ['o’neill', 'O’Neill'], ['oneill', 'O’Neill'], ['strasse', 'Straße'], ['STRASSE', 'Straße'],
    ['Straße', 'Straße'], ['aerzteverbund', 'Ärzteverbund'], ['arzteverbund', 'Ärzteverbund'], ['lodz', 'Łódź'], ['Łódź', 'Łódź'],
    ['isik', 'Işık'], ['IŞIK', 'Işık'], ['ışık', 'Işık'], ['istanbul', 'İstanbul'], ['ISTANBUL', 'İstanbul'], ['coca-probe', 'Coca'],
    ['Coca–Probe', 'Coca'], ['Coca−Probe', 'Coca'], ['100%', 'Smith'], ['sohne', 'Smith'], ['soehne', 'Smith'], ['<b>', 'Smith'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦🦊'], ['muenchen', 'münchen'], ['проба', 'ООО'], ['ПРОБА', 'ООО'], ['orsted', 'Ørsted'],
    ['oersted', 'Ørsted'], ['ørsted', 'Ørsted'], ['삼성', '삼성'], ['삼성'.normalize('NFD'), '삼성'], ['muller', '삼성'], ['Mueller', '삼성'],
    ['{0A5D1B1E-1111-4A11-8A11-00000000007E}', 'Ørsted'], ['0a5d1b1e11114a118a1100000000007e', 'Ørsted'],
    ['münchen-probe.de', 'münchen'], ['münchen-probe.de', 'Puny'], ['xn--mnchen-probe-dlb.de', 'münchen'],
    ['xn--mnchen-probe-dlb.de', 'Puny'], ['https://www.münchen-probe.de/', 'Puny'], ['info@XN--MNCHEN-PROBE-DLB.de', 'münchen'],
    ['munchen-probe', 'Puny'], ['зонд.рф', 'ООО'], ['xn----7sbcoo0bcedk.xn--p1ai', 'ООО'],
    ['https://www.orsted-probe.example/x', 'Ørsted'], ['info@orsted-probe.example', 'Ørsted'],
  ])('%j finds %j', async (search, name) => expect(await namesIn('en', { search })).toContain(name))

  it.each(['%', '_', '\\', "' or 1=1 --", 'https://probe.example/', 'x@example'])('%j means itself', async (search) =>
    expect(await namesIn('en', { search })).toEqual(search === '%' ? ['Smith'] : []))

  it.each(['en', 'de', 'pt-BR', undefined] as const)('stand in the order of the alphabet for a reader of %s', async (locale) => {
    expect(await namesIn(locale)).toEqual(root)
    expect(await namesIn(locale, { sort: '-companyName' })).toEqual(root.toReversed())
  })

  it.each([
    ['ko', [...latinBefore, '삼성', ...latin, 'ООО']],
    ['ru', [...latinBefore, 'ООО', ...latin, '삼성']],
    ['zh-Hans', root],
  ] as const)('begin with the script of a reader of %s where the engine knows it', async (locale, own) =>
    expect(await namesIn(locale)).toEqual(engine.name === 'PGlite' ? root : own))

  it.each(['en', 'ko', 'ru', 'zh-Hans'] as const)('are the same page by page, for a reader of %s', async (locale) => {
    for (const sort of ['companyName', '-companyName'] as const)
      for (const limit of [1, 2, 4]) expect(await namesIn(locale, { sort }, limit)).toEqual(await namesIn(locale, { sort }))
  })

  it('goes on in the order in which it began, whatever language its reader chose since', async () => {
    const view = { sort: 'companyName' } as const
    const first = await opened.store.customers.list(scope, view, { limit: 5, locale: 'ru' })
    const rest = await opened.store.customers.list(scope, view, { limit: 200, locale: 'ko', cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map(({ companyProfile }) => firstOf(companyProfile.companyName))).toEqual(await namesIn('ru'))
  })
})

describe('an engine without any language', () => {
  it('starts all the same and sorts by code point', async () => {
    const engine = await PGlite.create()
    await engine.exec('drop collation pg_catalog."und-x-icu"')
    const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine)) })
    await migrate(db)
    await db.transaction().execute(seedOrganizations)
    await give(db)
    const store = createStore(db)
    const walked: (string | undefined)[] = []
    for (let cursor: string | undefined; ;) {
      const page = await store.customers.list(scope, { sort: 'companyName' }, { limit: 4, cursor, locale: 'ru' })
      walked.push(...page.items.map(({ companyProfile }) => firstOf(companyProfile.companyName)))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    await store.close()
    expect(walked).toEqual([
      'Coca', 'Işık', 'İstanbul', 'münchen', 'O’Neill', 'Puny', 'Smith', 'Straße', 'Zzz', 'Ärzteverbund', 'Ørsted', 'Łódź', 'ООО', '삼성',
      '👩‍👩‍👧‍👦🦊',
    ])
  })
})
