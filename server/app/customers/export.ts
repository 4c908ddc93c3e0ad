import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { columnTitles, importColumns } from '../../../domain/customers/import-column-names.ts'
import { wordingOf } from '../../../domain/customers/relation-wordings.ts'
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

/** Writes a customer list as CSV; a page of rows is in memory at a time. */
export async function* customersCsv(pages: AsyncIterable<readonly CustomerRecord[]>): AsyncGenerator<string, void, void> {
  yield byteOrderMark + csvLine(header)
  for await (const rows of pages) yield rows.map((row) => csvLine(rowOf(row))).join('')
}
