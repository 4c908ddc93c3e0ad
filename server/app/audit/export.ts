import type { AuditRecord } from '../../../domain/audit/schemas.ts'
import { byteOrderMark, csvLine } from '../../../domain/words-of-others/csv-text.ts'

const header = [
  'Date-Time', 'Affected customer', 'Customer ID', 'Action', 'Performed by', 'Organization', 'Through', 'Outcome', 'Code', 'Reason',
  'Before', 'After', 'About', 'About ID',
]

const rowOf = (record: AuditRecord): string[] => {
  const changed = Object.entries(record.changed ?? {})
  const side = (which: 'before' | 'after') => changed.map(([name, value]) => `${name}: ${value[which] ?? ''}`).join('; ')
  return [
    record.at, record.about ?? '', record.customerId ?? '', record.action, record.by, record.organizationName, record.through ?? '',
    record.outcome, record.refusal?.code ?? '', record.refusal?.detail ?? '', side('before'), side('after'), record.noun, record.nounId,
  ]
}

/** Writes the log as CSV; a batch of rows is in memory at a time. */
export async function* auditCsv(batches: AsyncIterable<readonly AuditRecord[]>): AsyncGenerator<string, void, void> {
  yield byteOrderMark + csvLine(header)
  for await (const batch of batches) yield batch.map((record) => csvLine(rowOf(record))).join('')
}
