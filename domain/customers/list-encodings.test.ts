import { describe, expect, it } from 'vitest'
import { guessEncoding, isUtf8, isWorkbook, unicodeOf } from './list-encodings.ts'
import { bytesIn } from '../testing/legacy-bytes.ts'

const named = {
  German: ['windows-1252', [
    'Müller Straße GmbH', 'Bäckerei Größe & Söhne', 'Künstliche Köpfe AG', 'Österreichische Züge', 'Übermut KG', 'Weiß und Schön oHG',
    'Gebrüder Löffler', 'Ärztehaus Nürnberg', 'Möbel „Jäger“', 'Fußböden Düsseldorf',
  ]],
  Portuguese: ['windows-1252', [
    'Construções São João Ltda', 'Padaria Três Irmãos', 'Informática Avançada S/A', 'SOLUÇÕES EM GESTÃO LTDA', 'Comércio de Calçados',
    'Açúcar União', 'Educação Já', 'Transportes Araújo', 'Café Pelé', 'Farmácia Popular do Ipê',
  ]],
  Russian: ['windows-1251', [
    'ООО «Кофейня на углу»', 'Рога и копыта', 'АО «Северный ветер»', 'ИП Иванов', 'Завод «Красный маяк»', 'ТОРГОВЫЙ ДОМ МОСКВА',
    'Ёлки-палки', 'Новые технологии', 'Группа компаний «Вектор»', 'Первая аптека №5',
  ]],
  Korean: ['euc-kr', [
    '한빛 주식회사', '(주)가람 테스트', '㈜미래정보', '서울전자', '대한물산', '가나다 소프트', '푸른하늘여행사', '행복한세상', 'MX전자 부품', '우리은행 협력사',
  ]],
  Chinese: ['gb18030', [
    '北京科技有限公司', '上海贸易有限公司', '深圳市创新软件有限公司', '广州图书馆', '中国银行（测试）', '联想集团', '华夏电子', '成都火锅店', '杭州网络技术', '天津港口物流',
  ]],
} as const

describe.each(Object.entries(named))('%s names', (_language, [encoding, names]) => {
  const lines = (some: readonly string[]) => bytesIn(encoding, some.map((name) => `0a5d1b1e;${name};c.example;Cloud Reseller\r\n`).join(''))

  it('are recognised together', () => expect(guessEncoding(lines(names))).toBe(encoding))
  const pairs = names.map((name, index) => [name, names[(index + 1) % names.length] ?? name])
  it.each(pairs)('are recognised by two alone: %s, %s', (...two) => {
    expect(guessEncoding(lines(two))).toBe(encoding)
  })
  it('are no longer taken for another encoding where they are UTF-8 with a damaged letter', () => {
    const damaged = [...new TextEncoder().encode(names.join('\n')), 0xff]
    expect(guessEncoding(Uint8Array.from(damaged))).toBeUndefined()
  })
})

it.each([
  ['a workbook', [0x50, 0x4b, 3, 4, 20, 0], true],
  ['an empty archive', [0x50, 0x4b, 5, 6], true],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], true],
  ['a page that was named .xls', [...Buffer.from('\uFEFF\r\n<HTML xmlns:x="urn:schemas-microsoft-com:office:excel">')], true],
  ['a sheet in XML', [...Buffer.from('<?xml version="1.0"?>')], true],
  ['a list', [...Buffer.from('Microsoft ID;Company name')], false],
  ['a name in angle brackets', [...Buffer.from('<Contoso>;x')], false],
  ['nothing', [], false],
])('whether %s is a workbook', (_what, bytes, expected) => expect(isWorkbook(Uint8Array.from(bytes))).toBe(expected))

it.each([
  ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]], ['utf-16le', [0x4d, 0]], ['utf-16be', [0, 0x4d]],
  ['utf-8', [0xef, 0xbb]], ['utf-8', [0x4d, 0x69]], ['utf-8', [0xfc]], ['utf-8', [0, 0]], ['utf-8', [1, 0]], ['utf-8', []],
  ['utf-32', [0xff, 0xfe, 0, 0]], ['utf-32', [0, 0, 0xfe, 0xff]], ['utf-32', [0x4d, 0, 0, 0]], ['utf-32', [0, 0, 0, 0x4d]],
  ['utf-16le', [0x41, 0, 0x0a, 0]], ['utf-8', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]],
])('a text is read as %s when it begins with %j', (expected, start) => expect(unicodeOf(Uint8Array.from(start))).toBe(expected))

describe.each([
  ['Latin', 'Microsoft ID,Company name', 'Contoso'], ['Korean', '회사 이름,주 도메인 이름', '가가각 주식회사'],
  ['Cyrillic', 'Название компании;Домен', 'ООО «Кофейня»'], ['Chinese', '公司名称\t域', '一一丁七'], ['a title of no Latin letter', '한빛고객목록', '가'],
])('a list without a mark whose first letters are %s', (_letters, header, name) => {
  const text = `${header}\r\n6b3e7e06-99a9-482a-ac8b-000000000001,${name},c.example,Cloud Reseller\r\n`
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const of = (width: 2 | 4, isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(points.length * width))
    for (const [at, point] of points.entries()) view[width === 2 ? 'setUint16' : 'setUint32'](at * width, point, isLittle)
    return new Uint8Array(view.buffer)
  }
  it.each([
    ['utf-16le', of(2, true)], ['utf-16be', of(2, false)], ['utf-32', of(4, true)], ['utf-32', of(4, false)],
    ['utf-8', new TextEncoder().encode(text)],
  ])('is %s', (expected, bytes) => expect(unicodeOf(bytes)).toBe(expected))
})

it.each([
  ['letters of UTF-8 alone', [...Buffer.from('Größe 한빛')], true],
  ['UTF-8 with a damaged letter', [...Buffer.from('Größe Öl Übermut'), 0xff], true],
  ['Windows-1252', [...bytesIn('windows-1252', 'Größe Öl')], false],
  ['EUC-KR with a syllable that could be one of UTF-8', [...bytesIn('euc-kr', '짤 주식회사')], false],
  ['no letter beyond ASCII', [...Buffer.from('Contoso')], false],
])('whether %s count as UTF-8', (_what, bytes, expected) => expect(isUtf8(Uint8Array.from(bytes))).toBe(expected))
