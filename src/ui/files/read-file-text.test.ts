import { expect, it } from 'vitest'
import { bytesIn } from '../../../domain/testing/legacy-bytes.ts'
import { readFileText } from './read-file-text.ts'

const file = (bytes: BlobPart) => new File([bytes], 'list.csv')

it.each([
  ['UTF-8', file('Größe;한빛'), { text: 'Größe;한빛' }],
  ['UTF-8 with its mark', file('\uFEFFGröße'), { text: 'Größe' }],
  ['UTF-16 with its mark', file(Uint8Array.from(Buffer.from('\uFEFFGröße', 'utf16le'))), { text: 'Größe' }],
  ['UTF-16 without its mark', file(Uint8Array.from(Buffer.from('Größe', 'utf16le'))), { text: 'Größe' }],
  ['UTF-16 of other letters', file(Uint8Array.from(Buffer.from('가각 한빛\r\n서울전자\r\n', 'utf16le').swap16())), { text: '가각 한빛\r\n서울전자\r\n' }],
  ['UTF-32', file(Uint8Array.of(0xff, 0xfe, 0, 0, 0x4d, 0, 0, 0)), { refused: 'not_text' }],
  ['Windows-1252', file(bytesIn('windows-1252', 'Größe')), { text: 'Größe', encoding: 'windows-1252' }],
  ['EUC-KR', file(bytesIn('euc-kr', '한빛 주식회사')), { text: '한빛 주식회사', encoding: 'euc-kr' }],
  ['a workbook', file('PK\x03\x04'), { refused: 'workbook' }],
  ['damaged UTF-8', file(Uint8Array.of(...new TextEncoder().encode('Größe Öl Ähre'), 0xff)), { refused: 'not_text' }],
  ['bytes of a program', file(Uint8Array.of(1, 0, 2, 0)), { refused: 'not_text' }],
])('%s is read as what it is', async (_what, given, expected) => expect(await readFileText(given)).toEqual(expected))

it('the encoding that its reader chooses counts', async () => {
  const given = file(bytesIn('windows-1251', 'Кофе'))
  expect(await readFileText(given, 'windows-1252')).toEqual({ text: 'Êîôå', encoding: 'windows-1252' })
})
