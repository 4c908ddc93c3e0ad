/** Parses columns by PostgreSQL type id, the same for PGlite and PostgreSQL. */
export const sqlReaders: Readonly<Record<number, (text: string) => unknown>> = {
  20: toSafeInteger,
  114: fromJson,
  3802: fromJson,
  1082: (text) => text,
  1114: toIsoTime,
  1184: toIsoTime,
}

function fromJson(text: string): unknown {
  return JSON.parse(text)
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} cannot be told exactly as a number`)
  return value
}

/** `2024-05-01 09:00:00.12+09` → `2024-05-01T00:00:00.120Z`; UTC without an offset. */
function toIsoTime(text: string): string {
  const offset = /([+-]\d{2})(:?\d{2})?$/.exec(text.slice(10))
  const clock = offset ? text.slice(0, -offset[0].length) : text
  const zone = offset ? `${offset[1]}:${(offset[2] ?? '00').replace(':', '')}` : 'Z'
  return new Date(`${clock.replace(' ', 'T')}${zone}`).toISOString()
}
