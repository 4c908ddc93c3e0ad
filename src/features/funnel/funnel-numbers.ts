import type { FunnelRow } from '../../../domain/funnel/schemas.ts'

/** The counts in the order of the columns. */
export const counts = ['made', 'handedOver', 'forwarded', 'opened', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const
export type Count = (typeof counts)[number]

/** The consecutive stages that the chart shows. */
export const stages = ['made', 'handedOver', 'opened', 'accepted'] as const satisfies readonly Count[]

/** Sums the rows; medians cannot be summed. */
export const sumOf = (rows: readonly FunnelRow[], count: Count): number => rows.reduce((sum, row) => sum + row[count], 0)
