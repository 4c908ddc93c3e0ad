import { customerPart, joinedName, type Named, spelled } from '../request/suggested-name.ts'

/** The placeholders of a pattern, the same in every language. */
export const patternMarks = ['{customer}', '{domain}', '{tenant}', '{roles}'] as const

export const usualPattern = '{customer}-{roles}'

/** BR-82. */
const longest = 50

const tidy = (name: string): string => name.replaceAll(/-{2,}/g, '-').replaceAll(/^-+|-+$/g, '')

/** Names a customer's request by the pattern; shortens the customer's part to fit. */
export function nameBy(pattern: string, part: string, customer: Named): string {
  const tenant = customer.tenantId.slice(0, 8)
  const domain = spelled(customer.domain?.split('.')[0] ?? '') || tenant
  const around = pattern.replaceAll('{domain}', domain).replaceAll('{tenant}', tenant).replaceAll('{roles}', part)
  const room = longest - tidy(around.replaceAll('{customer}', '')).length - 1
  const name = tidy(around.replaceAll('{customer}', tidy(customerPart(customer).slice(0, Math.max(room, 8)))))
  return tidy(name.slice(0, longest))
}

/** Names each tenant's request; equal names get the tenant's id, so that all are unique (BR-82). */
export function namesBy(pattern: string, part: string, customers: readonly Named[]): Map<string, string> {
  const names = customers.map((customer) => ({ customer, name: nameBy(pattern, part, customer) }))
  const counts = new Map<string, number>()
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(names.map(({ customer: { tenantId }, name }) => [
    tenantId, (counts.get(name) ?? 0) > 1 ? joinedName(name, tenantId.slice(0, 8)) : name,
  ]))
}
