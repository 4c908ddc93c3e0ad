import { cleanLine } from '../words-of-others/cleaned.ts'

/** A longer cell is no tenant id, whatever it holds. */
export const longestRead = 4_096

// The API takes the versions and the variant of RFC 9562, so every listed row can be opened.
const tenantId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Normalises a tenant id as Partner Center shows it or registry tools copy it: any case, with or without braces. Undefined when it is none.
 */
export function normalizeTenantId(text: string): string | undefined {
  if (text.length > longestRead) return undefined
  const bare = cleanLine(text).replace(/^\{(.*)\}$/, '$1').toLowerCase()
  return tenantId.test(bare) ? bare : undefined
}
