import { describe, expect, it } from 'vitest'
import { guessEncoding, isWorkbook, unicodeOf } from './list-encodings.ts'
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
  ['utf-8', [0xef, 0xbb]], ['utf-8', [0x4d, 0x69]], ['utf-8', [0xfc]], ['utf-8', [0, 0]], ['utf-8', [1, 0]],
])('a text is read as %s when it begins with %j', (expected, start) => expect(unicodeOf(Uint8Array.from(start))).toBe(expected))
