import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { columnTitles, importColumns } from '../../../domain/customers/import-column-names.ts'
import { wordingOf } from '../../../domain/customers/relation-wordings.ts'
import { subscriptionColumns } from '../../../domain/subscriptions/export-columns.ts'
import type { SubscriptionRecord } from '../../../domain/subscriptions/subscription.ts'
import { byteOrderMark, csvLine } from '../../../domain/words-of-others/csv-text.ts'

/** Partner Center's columns (BR-104), its later one, then the portal's. */
const header = [
  ...importColumns.map((column) => columnTitles[column]), 'Tags',
  'Alias', 'Earlier names', 'Country or region', 'Basis', 'Relationship owner', 'Reseller', 'DAP', 'GDAP', 'GDAP ends', 'Last event',
]

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')

const rowOf = (customer: CustomerRecord): string[] => {
  const { id, companyProfile, relationshipToPartner: relation, relationshipText, tags, alias, aliases, gdap, owner, reseller } = customer
  return [
    id, companyProfile.companyName, companyProfile.domain, relationshipText ?? wordingOf(relation), tags.join('; '),
    alias ?? '', aliases.join('; '), customer.country ?? '', customer.basis, owner?.displayName ?? '', reseller?.displayName ?? '',
    yesOrNo(customer.allowDelegatedAccess), yesOrNo(gdap.active), gdap.nextEndDateTime ?? '', customer.lastEventAt,
  ]
}

/** Partner Center's columns (BR-105), then the portal's. */
const subscriptionHeader = [...subscriptionColumns, 'Microsoft ID', 'Company name', 'Channel', 'Sold by', 'Term ends']

type Bought = SubscriptionRecord & { tenantId: string }

const subscriptionRowOf = (bought: Bought, { id, companyProfile, reseller }: CustomerRecord): string[] => [
  bought.id, bought.offerName, String(bought.quantity), bought.status, reseller?.displayName ?? '', id, companyProfile.companyName,
  bought.channel, bought.seller?.displayName ?? '', bought.commitmentEndDate ?? '',
]

/** Writes what the customers of a list have bought as CSV, in the order of the list; `boughtBy` reads that of one page of them. */
export async function* subscriptionsCsv(
  pages: AsyncIterable<readonly CustomerRecord[]>, boughtBy: (tenantIds: readonly string[]) => Promise<readonly Bought[]>,
): AsyncGenerator<string, void, void> {
  yield byteOrderMark + csvLine(subscriptionHeader)
  for await (const rows of pages) {
    const bought = Map.groupBy(await boughtBy(rows.map(({ id }) => id)), ({ tenantId }) => tenantId)
    yield rows.flatMap((row) => (bought.get(row.id) ?? []).map((each) => csvLine(subscriptionRowOf(each, row)))).join('')
  }
}

/** Writes a customer list as CSV; a page of rows is in memory at a time. */
export async function* customersCsv(pages: AsyncIterable<readonly CustomerRecord[]>): AsyncGenerator<string, void, void> {
  yield byteOrderMark + csvLine(header)
  for await (const rows of pages) yield rows.map((row) => csvLine(rowOf(row))).join('')
}
