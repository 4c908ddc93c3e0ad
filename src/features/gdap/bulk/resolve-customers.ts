import type { Customer } from '../../../../domain/customers/schemas.ts'
import { cleanLine } from '../../../../domain/words-of-others/cleaned.ts'
import type { MessageId } from '../../../i18n/message-id.ts'
import type { Entry } from './read-customers.ts'

/** A row's customer, or why it is unclear. `inList`: whether the partner's list has it. */
export type Resolved = { line: number; given: string } & (
  | { tenantId: string; companyName: string; domain: string; inList: boolean; problem?: undefined }
  | { problem: { id: MessageId; values: Record<string, string | number> }; tenantId?: undefined }
)

export type Lookups = {
  find: (tenantId: string) => Promise<Customer | null>
  search: (text: string) => Promise<Customer[]>
}

const atOnce = 6
const mostNamed = 3

const folded = (text: string): string => cleanLine(text).toLowerCase()

const isNamed = (value: string) => ({ companyProfile, aliases }: Customer) =>
  [companyProfile.companyName, ...aliases].some((name) => folded(name) === folded(value))

const hasDomain = (value: string) => ({ companyProfile }: Customer) => companyProfile.domain === value

/** Only an exact name identifies a customer; similar ones are suggested, since a wrong one would get the request. */
async function lookUp({ line, given, by, values }: Entry, { find, search }: Lookups): Promise<Resolved> {
  const [first = given] = values
  if (by === 'tenant') {
    const found = await find(first)
    return found ? resolved({ line, given }, found) : { line, given, tenantId: first, companyName: '', domain: '', inList: false }
  }
  const near: Customer[] = []
  for (const value of values) {
    const found = await search(value)
    const exact = found.filter(by === 'domain' ? hasDomain(value) : isNamed(value))
    const [only] = exact
    if (only && exact.length === 1) return resolved({ line, given }, only)
    if (only) return { line, given, problem: { id: 'gdap-requests.bulk.problem.several', values: { value, count: exact.length } } }
    near.push(...found)
  }
  const names = near.slice(0, mostNamed).map(({ companyProfile }) => companyProfile.companyName).join(', ')
  return names === ''
    ? { line, given, problem: { id: 'gdap-requests.bulk.problem.unknown', values: { value: first } } }
    : { line, given, problem: { id: 'gdap-requests.bulk.problem.near', values: { value: first, names } } }
}

const resolved = (from: { line: number; given: string }, { id, companyProfile: { companyName, domain } }: Customer): Resolved => ({
  ...from, tenantId: id, companyName, domain, inList: true,
})

/** Resolves in the list's order, a few at a time; a repeated customer counts once. */
export async function resolveCustomers(
  entries: readonly Entry[], lookups: Lookups, onProgress: (done: number) => void = () => undefined,
): Promise<Resolved[]> {
  const found: Resolved[] = []
  let [next, done] = [0, 0]
  const work = async () => {
    for (let position = next++; position < entries.length; position = next++) {
      const entry = entries[position]
      if (entry) found[position] = await lookUp(entry, lookups)
      onProgress(++done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const lines = new Map<string, number>()
  return found.map((row): Resolved => {
    if (row.tenantId === undefined) return row
    const before = lines.get(row.tenantId)
    if (before === undefined) lines.set(row.tenantId, row.line)
    return before === undefined
      ? row
      : { line: row.line, given: row.given, problem: { id: 'gdap-requests.bulk.problem.repeated', values: { line: before } } }
  })
}
