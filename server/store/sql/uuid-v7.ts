import { uuidOf } from '../../../domain/uuid.ts'

/** Makes a UUIDv7 (RFC 9562): sorts by time, randomly within a millisecond. */
export function uuidV7(at: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(at.getTime() / 2 ** 32))
  view.setUint32(2, at.getTime() % 2 ** 32)
  return uuidOf(bytes, 7)
}

/** Tells whether a text can be a key: PostgreSQL answers others with an error instead of no row. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
