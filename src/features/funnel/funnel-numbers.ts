import type { FunnelLine } from '../../../domain/funnel/schemas.ts'

/** What is counted, in the order of the columns. */
export const counts = ['made', 'handedOver', 'forwarded', 'opened', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const
export type Count = (typeof counts)[number]

/** The steps that lead on from each other, which the picture shows. */
export const stages = ['made', 'handedOver', 'opened', 'accepted'] as const satisfies readonly Count[]

/** All lines together; a median is of one line and is not added up. */
export const sumOf = (lines: readonly FunnelLine[], count: Count): number => lines.reduce((sum, line) => sum + line[count], 0)
