/** Makes a UUID (RFC 9562) of these 16 bytes and this version. */
export function uuidOf(bytes: Uint8Array, version: 4 | 7): string {
  const digits = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (version << 4) | (byte & 0x0f) : index === 8 ? 0x80 | (byte & 0x3f) : byte
    return marked.toString(16).padStart(2, '0')
  })
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
