import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import { locales, type Locale } from '../../../../domain/session/locales.ts'
import { matchLocale } from '../../../../domain/session/match-locale.ts'
import type { Service } from '../../../../domain/subscriptions/channels.ts'
import { readDomain } from '../../../../domain/words-of-others/domain-name.ts'
import type { MessageId } from '../../../i18n/message-id.ts'
import type { BulkCells } from './bulk-columns.ts'

/** The default of all rows; without `resellerId` direct. */
export type BulkDefaults = { language: Locale; expiresInDays: number; resellerId: string; includeDap: boolean; services: Service[] }

/** What cells are compared with: the page's words and the organisation's resellers. */
export type RowContext = {
  defaults: BulkDefaults
  resellers: readonly Partnership[]
  /** Folded names of countries and languages. */
  countries: ReadonlyMap<string, string>
  languages: ReadonlyMap<string, Locale>
  yes: readonly string[]
  no: readonly string[]
}

/** Why a row cannot be sent. */
export type RowProblem = { id: MessageId; values?: Record<string, string | number> }

type Read<Value> = { value: Value } | { problem: RowProblem }

export const foldName = (text: string): string => text.trim().normalize('NFC').toLowerCase()

const unknown = (id: MessageId, value: string): { problem: RowProblem } => ({ problem: { id, values: { value } } })

function languageIn(cell: string, { languages, defaults }: RowContext): Read<Locale> {
  if (cell === '') return { value: defaults.language }
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(cell) ? matchLocale([cell]) : undefined
  const value = languages.get(foldName(cell)) ?? tag
  return value ? { value } : { problem: { id: 'bulk.problem.language', values: { value: cell, languages: locales.join(', ') } } }
}

function countryIn(cell: string, { countries }: RowContext): Read<string | undefined> {
  if (cell === '') return { value: undefined }
  const value = countries.get(foldName(cell))
  return value ? { value } : unknown('bulk.problem.country', cell)
}

/** Finds a reseller by name, PartnerID or domain; only those that may carry an invitation (BR-25). */
function resellerIn(cell: string, { resellers, defaults }: RowContext): Read<string> {
  if (cell === '') return { value: defaults.resellerId }
  const domain = readDomain(cell)
  const found = resellers.filter(({ reseller, resellerDomain, resellerPartnerId }) =>
    (domain !== undefined && domain === resellerDomain) ||
    [reseller.displayName, resellerPartnerId ?? ''].some((name) => name !== '' && foldName(name) === foldName(cell)),
  )
  const [only, another] = found
  if (another) return unknown('bulk.problem.reseller_ambiguous', cell)
  return only ? { value: only.reseller.id } : unknown('bulk.problem.reseller', cell)
}

function yesOrNo(cell: string, { yes, no, defaults }: RowContext): Read<boolean> {
  if (cell === '') return { value: defaults.includeDap }
  if (yes.includes(foldName(cell))) return { value: true }
  return no.includes(foldName(cell)) ? { value: false } : unknown('bulk.problem.yes_no', cell)
}

function daysIn(cell: string, { defaults }: RowContext): Read<number> {
  if (cell === '') return { value: defaults.expiresInDays }
  return /^\d{1,3}$/.test(cell) ? { value: Number(cell) } : { problem: { id: 'invitations.error.days' } }
}

/** Makes a row's draft, or the first problem that only its writer can fix. The server judges the rest. */
export function draftOfRow(cells: BulkCells, context: RowContext): { draft: InvitationDraft } | { problem: RowProblem } {
  const { companyName, domain, email, tenantId } = cells
  if (![companyName, domain, email, tenantId].some(Boolean)) return { problem: { id: 'invitations.error.named_empty' } }
  const country = countryIn(cells.country, context)
  if ('problem' in country) return country
  const language = languageIn(cells.language, context)
  if ('problem' in language) return language
  const reseller = resellerIn(cells.reseller, context)
  if ('problem' in reseller) return reseller
  const includeDap = yesOrNo(cells.includeDap, context)
  if ('problem' in includeDap) return includeDap
  const days = daysIn(cells.expiresInDays, context)
  if ('problem' in days) return days
  const { services } = context.defaults
  return {
    draft: {
      delivery: reseller.value ? 'via_reseller' : 'direct',
      ...(reseller.value && { resellerId: reseller.value }),
      customer: {
        ...(companyName && { companyName }), ...(domain && { domain }), ...(email && { email }), ...(tenantId && { tenantId }),
        ...(country.value && { country: country.value }),
      },
      reusable: false,
      includeDap: includeDap.value,
      ...(services.length > 0 && { services }),
      language: language.value,
      expiresInDays: days.value,
    },
  }
}
