/** The same ids in every installation, so that journeys and addresses can name the scene. Valid UUIDv7s of early 2024. */
export const demoId = (kind: keyof typeof kinds, number: number): string =>
  `018cc251-f400-7${kinds[kind]}-8000-${number.toString(16).padStart(12, '0')}`

const kinds = {
  organization: '001',
  user: '002',
  partnership: '003',
  invitation: '004',
  receipt: '005',
  event: '006',
  subscription: '007',
  request: '008',
} as const

/** A scene's relationship id from its name: two GUIDs that look random. */
export function demoGdapId(name: string): string {
  const seed = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7)
  const roll = dice(seed)
  return `${tenantIdFrom(roll)}-${tenantIdFrom(roll)}`
}

/** Random-looking numbers between 0 and 1, the same every time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A tenant id is a random UUID (version 4). */
export function tenantIdFrom(roll: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(roll() * 16).toString(16))
  digits[12] = '4'
  digits[16] = '89ab'.charAt(Math.floor(roll() * 4))
  const hex = digits.join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
