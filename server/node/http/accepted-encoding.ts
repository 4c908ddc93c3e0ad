import { parseAccept } from 'hono/utils/accept'

/** The best compression that a client takes; undefined for none. */
export function acceptedEncoding(accepted: string | null | undefined): 'br' | 'gzip' | undefined {
  const codings = parseAccept((accepted ?? '').toLowerCase()).filter(({ q }) => q > 0).map(({ type }) => type)
  return (['br', 'gzip'] as const).find((coding) => codings.includes(coding))
}
