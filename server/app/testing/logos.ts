import type { GivenLogo } from '../../../domain/organizations/logo.ts'

const filled = (length: number) => Array.from({ length }, (_, at) => (at * 7) % 256)

/** Bytes that begin as a PNG of these sides does, and are else none. */
export const pngBytes = (width: number, height: number, length = 64): Uint8Array => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...filled(length)])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes))

/** Stands for a host that draws: another picture for each that is given. */
export const redrawForTests = ({ bytes }: GivenLogo): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array([...pngBytes(400, 120), ...bytes.slice(-8)]))
