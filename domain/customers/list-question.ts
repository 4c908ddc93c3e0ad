import { z } from 'zod'
import { importColumns } from './import-column-names.ts'
import { legacyEncodings } from './list-encodings.ts'

/** The most of a file that a question shows. */
export const questionLimits = { names: 3, rows: 3, columns: 60, characters: 60 } as const

const position = z.number().int().min(1)

/**
 * What a person has to say before a customer list can be read (BR-104), with what there is to judge by: the likeliest encoding first, each
 * with a few company names as it would read them; or the columns, by what the header calls them if there is one, and the rows under it.
 */
export const ListQuestion = z.object({
  encodings: z.array(z.object({ encoding: z.enum(legacyEncodings), names: z.array(z.string()) })).optional(),
  columns: z.object({
    header: z.array(z.string()).optional(),
    rows: z.array(z.array(z.string())),
    found: z.object(Object.fromEntries(importColumns.map((column) => [column, position.optional()])) as
      Record<(typeof importColumns)[number], z.ZodOptional<typeof position>>).meta({ description: 'Positions, from 1' }),
  }).optional(),
})
export type ListQuestion = z.infer<typeof ListQuestion>
