import { expect, test } from 'vitest'
import { uuidOf } from './uuid.ts'

test.each([
  ['nothing but zeros', 0x00, 4, '00000000-0000-4000-8000-000000000000'],
  ['nothing but ones', 0xff, 4, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ['of time', 0x0a, 7, '0a0a0a0a-0a0a-7a0a-8a0a-0a0a0a0a0a0a'],
] as const)('16 bytes make a UUID of the version asked for: %s', (_name, byte, version, expected) => {
  expect(uuidOf(new Uint8Array(16).fill(byte), version)).toBe(expected)
})
