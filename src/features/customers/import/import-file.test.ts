import { expect, it } from 'vitest'
import { refusalOfFile } from './import-file.ts'

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name)

it.each([
  ['a customer list', file('customers.csv', 'Microsoft ID,Company name\r\n'), undefined],
  ['one with a byte order mark', file('customers.CSV', '\uFEFFMicrosoft ID;Company name\n'), undefined],
  ['tabs in a .txt file', file('customers.txt', 'Microsoft ID\tCompany name\n'), undefined],
  ['UTF-32, of which the server says what it is', file('customers.csv', new Uint8Array([0x4d, 0, 0, 0, 0x69, 0, 0, 0])), undefined],
  ['an empty file', file('customers.csv'), 'empty'],
  ['a workbook', file('customers.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])), 'workbook'],
  ['a workbook under a wrong name', file('customers.csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])), 'workbook'],
  ['an old workbook', file('customers.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), 'workbook'],
  ['a picture', file('customers.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])), 'not_text'],
  ['bytes that are no text', file('customers.csv', new Uint8Array([1, 0, 2, 0])), 'not_text'],
])('%s → %s', async (_name, given, expected) => {
  expect(await refusalOfFile(given)).toBe(expected)
})

it('takes 32 MiB and not a byte more', async () => {
  const sized = (size: number) => ({ name: 'customers.csv', size, slice: () => new Blob(['Microsoft ID']) })
  expect(await refusalOfFile(sized(32 * 1024 * 1024))).toBeUndefined()
  expect(await refusalOfFile(sized(32 * 1024 * 1024 + 1))).toBe('too_large')
})
