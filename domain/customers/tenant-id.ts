import { cleanLine } from '../words-of-others/cleaned.ts'

/** A cell of more characters is not looked into: whatever cleaning took away, it is too long, or meant to look like something else. */
export const longestRead = 4_096

// The versions and the variant that RFC 9562 knows: what the API takes as an id, so that no row can be listed but not opened.
const tenantId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A tenant id as Partner Center shows it or as registry tools copy it: any case, with or without braces. Undefined when it is none. */
export function normalizeTenantId(text: string): string | undefined {
  if (text.length > longestRead) return undefined
  const bare = cleanLine(text).replace(/^\{(.*)\}$/, '$1').toLowerCase()
  return tenantId.test(bare) ? bare : undefined
}
