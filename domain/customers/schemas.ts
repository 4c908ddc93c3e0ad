import { z } from 'zod'
import { importColumns } from './import-column-names.ts'
import { legacyEncodings } from './list-encodings.ts'
import { partnerKinds } from '../organizations/kinds.ts'
import { Country, OrganizationRef } from '../organizations/schemas.ts'
import { bases } from '../relationships/basis.ts'
import { longest } from '../words-of-others/lengths.ts'
import { Line, Lines, Sought } from '../words-of-others/schemas.ts'
import { capabilityActions } from './capability-actions.ts'
import { customerSorts, relations } from './relation.ts'
import { distinctTags, mostTags } from './tags.ts'

/** One row of a partner's customer list; Partner Center's names (section 4.2). `id` is the tenant id. */
export const Customer = z.object({
  id: z.uuid(),
  companyProfile: z.object({ tenantId: z.uuid(), domain: z.string(), companyName: z.string() }),
  /** What the partner itself calls it (BR-106). */
  alias: z.string().nullable(),
  /** The partner's own labels (BR-109). */
  tags: z.array(z.string()),
  /** Search finds earlier names too. */
  aliases: z.array(z.string()),
  country: Country.nullable(),
  relationshipToPartner: z.enum(relations),
  /** The imported Relationship column, kept where its wording is unknown. */
  relationshipText: z.string().nullable(),
  /** What the relation rests on; the partner's own word alone gives no access. */
  basis: z.enum(bases),
  /** When the customer disputed the relation; null where it did not. */
  disputedAt: z.iso.datetime().nullable(),
  /** Who owns the reseller relationship: the provider or direct partner, never the forwarding reseller (BR-28, BR-29). */
  owner: OrganizationRef.nullable(),
  reseller: OrganizationRef.nullable(),
  allowDelegatedAccess: z.boolean(),
  gdap: z.object({ active: z.boolean(), nextEndDateTime: z.iso.datetime().nullable() }),
  lastEventAt: z.iso.datetime(),
  etag: z.string(),
})
export type Customer = z.infer<typeof Customer>

/** One customer, with what its partner noted of it. */
export const CustomerInFull = Customer.extend({ notes: z.string().nullable() })
export type CustomerInFull = z.infer<typeof CustomerInFull>

export const CustomerTags = z.strictObject({ tags: z.array(Line(longest.tag).min(1)).overwrite(distinctTags).max(mostTags) })

/** What a partner says of its own row; what is left out stays as it is. */
export const CustomerChange = CustomerTags.extend({
  alias: Line(longest.name).nullable(),
  notes: Lines(longest.notesOfCustomer).nullable(),
}).partial()
export type CustomerChange = z.infer<typeof CustomerChange>

/** The list's query; the page's address uses the same names. */
export const CustomerView = z.object({
  search: Sought.optional(),
  relation: z.enum(relations).optional(),
  admin: z.enum(['dap', 'gdap', 'none']).optional(),
  reseller: z.uuid().optional(),
  tag: Sought.optional(),
  sort: z.enum(customerSorts).default('companyName'),
})
export type CustomerView = z.infer<typeof CustomerView>

const ImportRow = z.object({ line: z.number().int(), lastLine: z.number().int(), code: z.string(), detail: z.string() })

/**
 * The outcome of an import, or of a dry run. Lines count from 1. Every line of the file belongs to the header, is blank, or is in one row
 * or one range: `total` rows were created, updated, unchanged or rejected.
 */
export const ImportReport = z.object({
  total: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(ImportRow),
  /** Lines that cannot be told apart as rows; nothing of them is imported. */
  ranges: z.array(ImportRow),
  /** Remarks on imported rows: an unknown wording, padding, a repeated row. A remark on the file has line 1. */
  notices: z.array(ImportRow),
  lines: z.object({ total: z.number().int(), header: z.number().int(), blank: z.number().int() }),
})
export type ImportReport = z.infer<typeof ImportReport>

export const CapabilityAnswer = z.object({
  action: z.enum(capabilityActions),
  verdict: z.object({
    allowed: z.boolean(),
    because: z.enum(['role', 'cloud', 'state', 'limit']).optional(),
    code: z.string().optional(),
    rule: z.string().optional(),
    whoMay: z.array(z.enum(partnerKinds)).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
})
export type CapabilityAnswer = z.infer<typeof CapabilityAnswer>

const position = z.number().int().min(1)

/**
 * What a person must choose before a customer list can be read (BR-104): the encoding, the likeliest first with sample company names; or
 * the columns, with the header's names, if any, and the first rows.
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
