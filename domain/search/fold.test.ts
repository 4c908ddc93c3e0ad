import { describe, expect, it } from 'vitest'
import { foldsOf, searchTextOf } from './fold.ts'
import { finder } from './sought.ts'

describe('folding', () => {
  it.each([
    ['São João', ['sao joao']],
    ['Größe', ['grosse', 'groesse']],
    ['Ёлка', ['елка']],
    ['Йод', ['йод']],
    ['Київ', ['київ']],
    ['한국', ['한국']],
    ['ガス', ['ガス']],
    ['Ｃｏｎｔｏｓｏ ㈜', ['contoso (주)']],
    ['\u00ad \u200b', ['']],
  ])('takes %j for %j', (text, folds) => expect(foldsOf(text)).toEqual(folds))

  it('keeps the parts of a search text apart and leaves out those that are missing and what is there twice', () =>
    expect(searchTextOf(['A', null, undefined, '', 'B', 'a', 'Ü'])).toBe('a\nb\nu\nue'))
})

describe('what people type', () => {
  const same: readonly (readonly string[])[] = [
    ["O'Neil", 'O’Neil', 'O‘Neil', 'OʼNeil', 'O′Neil', 'O`Neil', 'O´Neil', 'O＇Neil', 'ONEIL'],
    ['"Ромашка"', '«Ромашка»', '„Ромашка“', '“Ромашка”', 'ромашка'],
    ['Straße', 'STRASSE', 'STRAẞE', 'strasse'],
    ['Łódź', 'lodz', 'ŁÓDŹ'],
    ['Ørsted', 'orsted', 'ørsted'],
    ['Đà Nẵng', 'da nang', 'đa nang'],
    ['Æther Œuvre', 'aether oeuvre'],
    ['Işık', 'isik', 'IŞIK', 'ışık'],
    ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ['Coca‑Cola', 'coca-cola', 'coca‐cola', 'Coca–Cola', 'Coca—Cola', 'Coca−Cola', 'Coca﹣Cola', 'Coca\u00ad-\u200bCola', 'Coca－Cola'],
    ['A\u00a0B', 'a b', 'A\u2009B', 'A　B'],
    ['Zusammen', 'zu\u00adsammen'],
    ['👩‍👩‍👧‍👦🦊', '👩👩👧👦🦊'],
    ['❤️', '❤'],
    ['삼성 Müller', '삼성 Müller'.normalize('NFD'), '삼성 muller'],
    ['Ёлка', 'елка', 'ЕЛКА'],
    ['Йод'.normalize('NFD'), 'йод'],
    ['ΟΔΟΣ', 'οδος', 'Οδός'],
    ['ﾘｻｰﾁ', 'リサーチ'],
    ['한빛 물산', '한빛물산', '한 빛 물 산'],
    ['Contoso 한빛 물산', 'contoso한빛물산'],
    ['北京 物流', '北京物流'],
    ['トウキョウ メディア', 'トウキョウメディア'],
  ]
  it.each(same)('finds %j by each of its spellings, and the reverse', (...spellings) => {
    for (const one of spellings) for (const other of spellings) expect([one, other, finder(one)(other)]).toEqual([one, other, true])
  })

  it.each([
    ['Müller', 'mueller'], ['Müller', 'Muller'], ['Mueller', 'Müller'], ['Ørsted', 'Oersted'], ['Åberg', 'aaberg'], ['Göß', 'GOESS'],
  ])('finds %j by %j', (name, typed) => expect(finder(typed)(name)).toBe(true))

  it.each([
    ['Muell', 'Mull'], ['Иод', 'Йод'], ['100 sure', '100%'], ['under score', 'under_score'], ['back slash', 'back\\slash'],
    ['カス', 'ガス'], ['Alpine Ski', 'alpineski'], ['Псков Роботы', 'псковроботы'],
  ])('does not take %j for %j', (name, typed) => expect(finder(typed)(name)).toBe(false))

  it('finds all by nothing, and nothing across two texts', () => {
    expect(finder(' ')('Anything')).toBe(true)
    expect(finder('a b')('a', 'b')).toBe(false)
  })

  const id = '5beeb45e-549d-446e-a09a-c8079ebc69d2'
  it.each([
    id, id.toUpperCase(), `{${id}}`, `{${id.toUpperCase()}}`, `(${id})`, `{${id.slice(0, 18)}`, id.replaceAll('-', ''),
    ` ${id.toUpperCase().replaceAll('-', '')}\n`, id.replaceAll('-', '‑'), '5BEEB45E-549D', 'ebc69d2',
  ])('finds an id by %j', (typed) => expect(finder(typed)('Somebody', id)).toBe(true))
})

describe('a pasted address', () => {
  it.each([
    'https://www.kopf.example/x', 'http://kopf.example', 'HTTPS://WWW.Kopf.Example:8443/a?b=c#d', 'kopf.example/x', '//kopf.example/',
    'www.kopf.example', 'kopf.example.', 'info@kopf.example', 'mailto:info@kopf.example', 'Info <info@kopf.example>',
    "o'neil+x@kopf.example", 'https://portal.eu.kopf.example/', 'someone@mail.kopf.example', 'user:pass@kopf.example', 'https://kopf.exam',
    'info@kopf.exa', 'kopf.example', '.example',
  ])('%j finds the domain it belongs to', (typed) => expect(finder(typed)('Kopf', 'kopf.example', 'an id')).toBe(true))

  it.each([
    'https://topf.example/x', 'info@topf.example', 'info@opf.example', 'https://example', 'https://www.kopf.example.org/', 'info@kopf.org',
  ])('%j does not', (typed) => expect(finder(typed)('Kopf', 'kopf.example', 'an id')).toBe(false))

  it('of a mail finds no other mail of its host', () => {
    expect(finder('anna@host.example')('A note', 'bert@host.example')).toBe(false)
    expect(finder('anna@host.example')('A note', 'anna@host.example')).toBe(true)
  })

  it('takes no longer the longer it is', () => {
    for (const hard of [
      '<'.repeat(200), 'a.'.repeat(100), 'a:'.repeat(100), '@'.repeat(200), `${'a.'.repeat(99)} `, '/'.repeat(200),
      '<'.repeat(20_000), 'a:'.repeat(20_000),
    ]) {
      const begun = performance.now()
      finder(hard)('a')
      expect(performance.now() - begun).toBeLessThan(500)
    }
  })
})
